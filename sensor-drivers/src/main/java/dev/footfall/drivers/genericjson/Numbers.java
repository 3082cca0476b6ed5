package dev.footfall.drivers.genericjson;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as devices write them, in JSON or in text. */
final class Numbers {
    private static final int LONGEST = 40;
    private static final int LARGEST_EXPONENT = 40;

    private Numbers() {}

    /** The number a text is; null if it is none or of a size that nothing has. */
    static @Nullable BigDecimal of(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return Math.abs((long) number.scale()) > LARGEST_EXPONENT ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
