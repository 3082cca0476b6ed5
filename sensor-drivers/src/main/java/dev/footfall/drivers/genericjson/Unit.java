package dev.footfall.drivers.genericjson;

import java.math.BigDecimal;
import java.util.List;

/** Units of numbers. */
final class Unit {
    static final List<String> TIME = List.of("milliseconds", "seconds", "minutes", "hours");
    static final List<String> LENGTH = List.of("metres", "centimetres", "millimetres", "feet");

    private Unit() {}

    /** Milliseconds in one of a unit of time. */
    static BigDecimal millis(String unit) {
        return BigDecimal.valueOf(
                switch (unit) {
                    case "milliseconds" -> 1;
                    case "minutes" -> 60_000;
                    case "hours" -> 3_600_000;
                    default -> 1000;
                });
    }

    /** Metres in one of a unit of length. */
    static BigDecimal metres(String unit) {
        return switch (unit) {
            case "centimetres" -> new BigDecimal("0.01");
            case "millimetres" -> new BigDecimal("0.001");
            case "feet" -> new BigDecimal("0.3048");
            default -> BigDecimal.ONE;
        };
    }
}
