package dev.footfall.gateway.api;

import java.time.LocalDate;

/**
 * Something that happened on some business days and may explain their figures, such as a promotion.
 *
 * @param id its number, unique for ever
 * @param first the first business day
 * @param last the last one, included
 */
public record Marker(long id, String name, LocalDate first, LocalDate last) {
    public Marker {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last [" + last + "] must not be before first [" + first + "]");
        }
    }
}
