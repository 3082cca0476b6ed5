package dev.footfall.gateway.capture;

import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everybody a message is about, and who is to stand for them. */
final class Names {
    /** With more of them a text is theirs as a whole or not at all: searching it for each would take seconds. */
    private static final int MOST_SEARCHED = 64;

    private final Map<String, String> standIns = new LinkedHashMap<>();
    private final Map<String, Spelling> spellings = new LinkedHashMap<>();
    private final UnaryOperator<String> draw;

    private Names(UnaryOperator<String> draw) {
        this.draw = draw;
    }

    /** @param draw the stand-in of an identity */
    static Names of(List<Reading> readings, UnaryOperator<String> draw) {
        Names names = new Names(draw);
        for (Reading reading : readings) {
            if (reading.fact().identity() instanceof Identity.Raw raw) {
                names.standIn(raw);
            }
        }
        return names;
    }

    boolean isEmpty() {
        return standIns.isEmpty();
    }

    Identity standIn(Identity.Raw raw) {
        String name = standIns.computeIfAbsent(raw.value(), identity -> {
            String drawn = draw.apply(identity);
            spell(identity.split(":", -1), drawn.split(":", -1));
            return drawn;
        });
        return new Identity.Raw(name, raw.randomised());
    }

    /** Identities put together from parts stand in messages part by part. */
    private void spell(String[] identity, String[] drawn) {
        for (int i = 0; i < identity.length; i++) {
            if (!identity[i].equals(drawn[i])) {
                Spelling spelling = new Spelling(identity[i], drawn[i]);
                spellings.put(spelling.plain(), spelling);
            }
        }
    }

    /** True if the text is already who stands for somebody. */
    boolean isStandIn(String text) {
        return standIns.containsValue(text);
    }

    /** Who stands for an identity of which the message says nothing. */
    String strangersStandIn(String identity) {
        return draw.apply(identity);
    }

    /** A text that names some of them, with their stand-ins. */
    String spelledIn(String text) {
        Spelling whole = spellings.get(Spelling.plain(text));
        if (whole != null) {
            return whole.replacedIn(text);
        }
        String spelled = text;
        if (spellings.size() <= MOST_SEARCHED) {
            for (Spelling spelling : spellings.values()) {
                spelled = spelling.replacedIn(spelled);
            }
        }
        return spelled;
    }

    /** A message's text with stand-ins in its values, also inside frames. */
    String replacedIn(String text) {
        return Leaves.changed(text, Leaves.of(text), leaf -> replaced(leaf.in(text)));
    }

    private @Nullable String replaced(String value) {
        String frame = Frames.nameless(value, draw);
        return frame != null ? frame : isEmpty() ? null : spelledIn(value);
    }
}
