package dev.footfall.drivers.plates;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DriverOption;
import dev.footfall.observation.Fact.Direction;
import java.util.List;
import java.util.Map;

/** Which way vehicles go: readers see a plate, not a car park, so the owner has to say it. */
public final class GateOptions {
    private static final String DIRECTION_KEY = "direction";
    private static final String HEADING_KEY = "in-heading";
    private static final List<String> WAYS = List.of("in", "out");

    /** For vehicles of which the reader does not say where they go. */
    public static final DriverOption DIRECTION = new DriverOption(
            DIRECTION_KEY, "in", WAYS, "Which way vehicles go through the gate where the device does not tell.");

    /** For readers that tell a compass-like heading in the picture. */
    public static final DriverOption HEADING = new DriverOption(
            HEADING_KEY,
            null,
            List.of(),
            "Heading in degrees of vehicles that come in: within 90 degrees of it is in, the rest out.");

    private GateOptions() {}

    /** What breaks a rule in the options of a driver with {@link #HEADING}. */
    public static Map<String, String> wrong(Map<String, String> options) {
        String heading = options.get(HEADING_KEY);
        return heading == null || isHeading(heading)
                ? Map.of()
                : Map.of(HEADING_KEY, "must be a number of degrees from 0 to 360");
    }

    /** The way of a vehicle whose heading is not known. */
    public static Direction direction(DecodeContext context) {
        return context.option(DIRECTION_KEY, "in").equals("out") ? Direction.OUT : Direction.IN;
    }

    /** The way of a vehicle. @param degrees its heading; NaN if unknown */
    public static Direction direction(DecodeContext context, double degrees) {
        String inward = context.option(HEADING_KEY, "");
        if (!Double.isFinite(degrees) || !isHeading(inward)) {
            return direction(context);
        }
        double apart = Math.abs(degrees - Double.parseDouble(inward)) % 360;
        return Math.min(apart, 360 - apart) <= 90 ? Direction.IN : Direction.OUT;
    }

    private static boolean isHeading(String text) {
        return text.matches("\\d{1,3}(\\.\\d{1,3})?") && Double.parseDouble(text) <= 360;
    }
}
