package dev.footfall.drivers;

import dev.footfall.observation.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a driver made of a message. */
public sealed interface DecodeResult {

    /**
     * Understood.
     *
     * @param device the device's own id as the payload gives it, null if it gives none; never an identity of a person
     * @param readings what it says, in the message's order; empty for a message that is in the format but says nothing
     *     countable (count it as heard)
     * @param skipped reasons for parts of the message that were left out, empty if all of it was understood
     */
    record Readings(@Nullable String device, List<Reading> readings, List<String> skipped) implements DecodeResult {
        public Readings {
            readings = List.copyOf(readings);
            skipped = List.copyOf(skipped);
        }

        public static Readings of(@Nullable String device, List<Reading> readings) {
            return new Readings(device, readings, List.of());
        }
    }

    /**
     * Not understood.
     *
     * @param code bounded word for metrics and the ledger
     * @param reason one sentence: what, which value, what to do
     */
    record Rejected(Code code, String reason) implements DecodeResult {}

    /** Why a payload was refused. Names on the wire are lower-case with dashes. */
    enum Code {
        TOO_LARGE,
        NOT_UTF8,
        NOT_JSON,
        NOT_XML,
        TOO_DEEP,
        WRONG_FORMAT,
        MISSING_FIELD,
        WRONG_VALUE;

        private final String wireName =
                name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

        public String wireName() {
            return wireName;
        }
    }
}
