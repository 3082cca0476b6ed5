package dev.footfall.drivers.genericjson;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a mapping must keep, so that a mistake in it is found before the first message. */
final class MappingRules {
    private static final Set<Key> CONDITIONS = EnumSet.of(Key.ONLY_IF, Key.HEARTBEAT_IF, Key.OFFLINE_IF);
    private static final Set<Key> WORDS = EnumSet.of(
            Key.COUNTS,
            Key.TIME_FORM,
            Key.SPAN_UNIT,
            Key.UPTIME_UNIT,
            Key.LENGTH_UNIT,
            Key.IN_VALUES,
            Key.OUT_VALUES,
            Key.OCCUPIED_VALUES);
    /** What only the message can know. */
    private static final Set<Key> POINTERS_ONLY =
            EnumSet.of(Key.EACH, Key.ID, Key.TIME, Key.START, Key.UPTIME, Key.MAC, Key.PLATE, Key.BOOT, Key.BATTERY);

    private static final Set<Key> NUMBERS =
            EnumSet.of(Key.IN, Key.OUT, Key.VALUE, Key.X, Key.Y, Key.RSSI, Key.TRANSACTIONS, Key.AMOUNT);

    private final Map<String, String> options;
    private final Map<String, String> broken = new LinkedHashMap<>();

    private MappingRules(Map<String, String> options) {
        this.options = options;
    }

    /** Option → rule it breaks. */
    static Map<String, String> broken(Map<String, String> options) {
        MappingRules rules = new MappingRules(options);
        for (Key key : Key.values()) {
            rules.form(key);
        }
        rules.needs();
        return rules.broken;
    }

    private void form(Key key) {
        String option = options.get(key.word());
        if (option == null || WORDS.contains(key)) {
            return;
        }
        if (CONDITIONS.contains(key)) {
            rule(key, Condition.of(option) != null, "must be a pointer, alone or with =value or =value|value");
        } else if (key == Key.WIDTH) {
            BigDecimal width = Numbers.of(option);
            rule(key, width != null && width.compareTo(BigDecimal.ONE) >= 0, "must be a number, for example 65536");
        } else if (POINTERS_ONLY.contains(key)) {
            Place place = Place.of(option);
            rule(key, place != null && !(place instanceof Place.Fixed), "must be a JSON pointer, for example /a/b");
        } else if (NUMBERS.contains(key)) {
            boolean number = !(Place.of(option) instanceof Place.Fixed) || Numbers.of(option) != null;
            rule(key, Place.of(option) != null && number, "must be a JSON pointer, for example /a/b, or a number");
        } else {
            rule(key, Place.of(option) != null, "must be a JSON pointer, for example /a/b, or a fixed text");
        }
        if (key == Key.SPAN && Place.of(option) instanceof Place.Fixed) {
            rule(key, Spans.fixedMillis(option) >= 0, "must be a JSON pointer or a length like 60s");
        }
    }

    private void needs() {
        String word = options.get(Key.COUNTS.word());
        Counts counts = Counts.of(word);
        if (counts == null) {
            // A word that is none of them is an option with a value that is not allowed, which is told without us.
            if (word == null) {
                broken.put(Key.COUNTS.word(), "must be one of " + String.join(", ", Counts.words()));
            }
            return;
        }
        counts.needed().forEach(key -> needed(key, counts, null));
        if (counts == Counts.EVENT || counts == Counts.WINDOW || counts == Counts.CUMULATIVE) {
            boolean directed = counts == Counts.EVENT && has(Key.DIRECTION);
            if (!has(Key.IN) && !has(Key.OUT) && !directed) {
                needed(Key.IN, counts, counts == Counts.EVENT ? "in, out or direction" : "in or out");
            }
        }
        if (counts == Counts.WINDOW && !has(Key.START)) {
            needed(Key.SPAN, counts, "span or start");
        }
    }

    private boolean has(Key key) {
        return options.containsKey(key.word());
    }

    private void needed(Key key, Counts counts, @Nullable String choice) {
        if (!has(key)) {
            broken.put(
                    key.word(),
                    "must be given" + (choice == null ? "" : " (" + choice + ")") + " where counts is "
                            + counts.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private void rule(Key key, boolean kept, String rule) {
        if (!kept) {
            broken.putIfAbsent(key.word(), rule);
        }
    }
}
