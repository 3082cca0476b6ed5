package dev.footfall.relay.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as published: whole numbers without a point, all others in plain notation with at most six decimals. The same
 * double gives the same text on every machine, so that reports can be compared byte by byte.
 */
public final class JsonNumber {
    private static final int DECIMALS = 6;
    /** Up to here every whole double is exact as a long. */
    private static final double EXACT = 9_007_199_254_740_992.0;

    private JsonNumber() {}

    /**
     * The published text of a number, {@code null} for null.
     *
     * @throws IllegalArgumentException if the number is not finite: such a value has no meaning to publish
     */
    public static String text(@Nullable Double value) {
        if (value == null) {
            return "null";
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("number [" + value + "] must be finite to be published");
        }
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return Long.toString(value.longValue());
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
