package dev.footfall.time;

import java.util.Locale;
import java.util.Optional;

/** How long a measurement's window is. */
public enum Grain {
    /** UTC-aligned quarter of an hour, the base bucket. */
    QUARTER("15m"),
    /** Local clock hour, keyed by its UTC start. */
    HOUR("hour"),
    /** Business day. */
    DAY("day");

    private final String wireName;

    Grain(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<Grain> parse(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        for (Grain grain : values()) {
            if (grain.wireName.equals(wanted)) {
                return Optional.of(grain);
            }
        }
        return Optional.empty();
    }
}
