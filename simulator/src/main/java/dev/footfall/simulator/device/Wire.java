package dev.footfall.simulator.device;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How devices write time. */
final class Wire {
    /** {@code 2026-11-22T09:00:00+08:00}; UTC is {@code +00:00}. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    /** {@code 2026-11-22T09:00:00}, without a zone. */
    static final DateTimeFormatter ZONELESS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private Wire() {}
}
