package dev.footfall.drivers.xovis;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.observation.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the sensor's coordinates lie on the floor plan. The sensor's y axis points away from the viewer of a plan, the
 * plan's points down.
 *
 * @param x the sensor's origin on the plan, metres from the left
 * @param y the sensor's origin on the plan, metres from the top
 * @param radians turn of the sensor against the plan, clockwise
 */
record PlanPlace(double x, double y, double radians) {
    private static final String ORIGIN = "plan-origin";
    private static final String ROTATION = "plan-rotation";

    static final List<DriverOption> OPTIONS = List.of(
            new DriverOption(
                    ORIGIN,
                    null,
                    List.of(),
                    "Where the sensor's origin lies on the floor plan, x/y in metres; switches positions on."),
            new DriverOption(
                    ROTATION, "0", List.of(), "Turn of the sensor's axes against the plan in degrees, clockwise."));

    /** Null if positions are off, or if the options make no sense, which the list is told. */
    static @Nullable PlanPlace of(DecodeContext context, ReadingList list) {
        String origin = context.option(ORIGIN, "");
        if (origin.isBlank()) {
            return null;
        }
        String[] parts = origin.split("/", -1);
        double x = number(parts[0]);
        double y = parts.length == 2 ? number(parts[1]) : Double.NaN;
        double degrees = number(context.option(ROTATION, "0"));
        if (Double.isNaN(x + y + degrees)) {
            list.skip(
                    Code.WRONG_VALUE,
                    Reason.of("option " + ORIGIN, origin, "must be x/y in metres, and plan-rotation degrees"));
            return null;
        }
        return new PlanPlace(x, y, Math.toRadians(degrees));
    }

    Fact.Position position(String track, double sensorX, double sensorY) {
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
