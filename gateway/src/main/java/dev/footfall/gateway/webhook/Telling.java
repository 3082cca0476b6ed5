package dev.footfall.gateway.webhook;

import dev.footfall.reason.Place;
import dev.footfall.reason.Reason;
import dev.footfall.reason.Sentence;
import dev.footfall.reason.Word;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Says reasons in one language, as the kiosk does. */
record Telling(Words words, Numbers numbers) {
    private static final int MINUTE = 60;

    /** Several are parted as the language parts them. */
    String of(Reason reason) {
        return reason.each().stream().map(this::sentence).collect(Collectors.joining(words.text("reason.joint")));
    }

    private String sentence(Reason one) {
        Sentence sentence = Sentence.of(one);
        Map<String, String> values = new HashMap<>();
        for (Place place : sentence.places()) {
            values.put(place.name(), written(place, place.value(one)));
        }
        return words.text("reason." + sentence.code(), values);
    }

    private String written(Place place, Object value) {
        return switch (place.kind()) {
            case NAME -> (String) value;
            case NUMBER -> numbers.plain(((Number) value).doubleValue(), place.digits());
            case SIGNED -> numbers.signed(((Number) value).doubleValue(), place.digits());
            case TIME -> numbers.clock(((OffsetDateTime) value).toInstant());
            case LENGTH -> length(((Duration) value).toSeconds());
            case WORD -> words.text("reason.word." + ((Word) value).wireName());
            case REASON -> of((Reason) value);
        };
    }

    private String length(long seconds) {
        return seconds % MINUTE == 0
                ? words.text("unit.minute", Map.of("n", numbers.count(seconds / (double) MINUTE)))
                : words.text("unit.second", Map.of("n", numbers.count(seconds)));
    }
}
