package dev.footfall.drivers.gpiobeam;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DriverOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of one sensor are read.
 *
 * @param outer the outer beam's line, null if not configured
 * @param inner the inner beam's line, null for a single beam
 * @param activeLow true if a broken beam makes the line low
 */
record GpioBeamOptions(@Nullable String outer, @Nullable String inner, boolean activeLow) {
    static final List<DriverOption> ALL = List.of(
            new DriverOption("chip", "gpiochip0", List.of(), "The GPIO chip, by name or label."),
            new DriverOption(
                    "outer",
                    null,
                    List.of(),
                    "The line of the outer beam, which people coming in break first, or of the only one; required."),
            new DriverOption("inner", null, List.of(), "The line of the inner beam; leave it out for a single beam."),
            new DriverOption(
                    "active", "high", List.of("high", "low"), "The line's electrical level while the beam is broken."),
            new DriverOption(
                    "pull",
                    "as-is",
                    List.of("as-is", "up", "down", "off"),
                    "The line's pull resistor; receivers with an open collector need up."),
            new DriverOption("debounce", "25ms", List.of(), "Shorter breaks and gaps are bounce."),
            new DriverOption(
                    "second-within",
                    "500ms",
                    List.of(),
                    "The second beam belongs to the same person if it breaks at most this long after the first."),
            new DriverOption("blocked-after", "2500ms", List.of(), "A beam broken for longer is reported as blocked."));

    static GpioBeamOptions of(DecodeContext context) {
        return new GpioBeamOptions(
                context.options().get("outer"),
                context.options().get("inner"),
                context.option("active", "high").equals("low"));
    }

    /** What the line is to this sensor: a side, its number if no lines are configured, or null if it is not its own. */
    @Nullable
    String side(String line) {
        if (outer == null && inner == null) {
            return line;
        }
        return line.equals(outer) ? "outer" : line.equals(inner) ? "inner" : null;
    }
}
