package dev.footfall.drivers.lines;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.observation.Fact;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the sensor's coordinates lie on the floor plan. The sensor's y axis points away from the viewer of a plan, the
 * plan's points down.
 *
 * @param x the sensor's origin on the plan, metres from the left
 * @param y the sensor's origin on the plan, metres from the top
 * @param radians turn of the sensor against the plan, clockwise
 */
public record PlanPlace(double x, double y, double radians) {
    private static final String ORIGIN = "plan-origin";
    private static final String ROTATION = "plan-rotation";

    /** The two options, for {@code SensorDriver.options()}. */
    public static final List<DriverOption> OPTIONS = List.of(
            new DriverOption(
                    ORIGIN,
                    null,
                    List.of(),
                    "Where the sensor's origin lies on the floor plan, x/y in metres; switches positions on."),
            new DriverOption(
                    ROTATION, "0", List.of(), "Turn of the sensor's axes against the plan in degrees, clockwise."));

    /** Null if positions are off, or if the options make no sense, which the list is told. */
    public static @Nullable PlanPlace of(DecodeContext context, ReadingList list) {
        Map<String, String> wrong = wrong(context.options());
        if (!wrong.isEmpty()) {
            wrong.forEach((key, rule) ->
                    list.skip(Code.WRONG_VALUE, Reason.of("option " + key, context.option(key, ""), rule)));
            return null;
        }
        String origin = context.option(ORIGIN, "");
        if (origin.isBlank()) {
            return null;
        }
        int slash = origin.indexOf('/');
        return new PlanPlace(
                number(origin.substring(0, slash)),
                number(origin.substring(slash + 1)),
                Math.toRadians(number(context.option(ROTATION, "0"))));
    }

    /** What is wrong with the options, for {@code SensorDriver.wrongOptions}. */
    public static Map<String, String> wrong(Map<String, String> options) {
        Map<String, String> wrong = new TreeMap<>();
        String origin = options.getOrDefault(ORIGIN, "0/0");
        String[] parts = origin.split("/", -1);
        if (!origin.isBlank() && (parts.length != 2 || Double.isNaN(number(parts[0]) + number(parts[1])))) {
            wrong.put(ORIGIN, "must be x/y in metres, for example 12.5/3");
        }
        if (Double.isNaN(number(options.getOrDefault(ROTATION, "0")))) {
            wrong.put(ROTATION, "must be a number of degrees");
        }
        return wrong;
    }

    /** A fix of a tracked person, given in the sensor's coordinates. */
    public Fact.Position position(String track, double sensorX, double sensorY) {
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        return new Fact.Position(track, x + sensorX * cos + sensorY * sin, y + sensorX * sin - sensorY * cos);
    }

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text.strip());
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
