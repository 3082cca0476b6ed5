package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.FloorPlan;
import dev.footfall.store.StoreConfig.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A point on the floor plan, {@code [x, y]} in metres from its top left corner. */
final class PointForm {
    private static final Rule RULE = Rule.of("point", "must be a point [x, y] in metres");

    private PointForm() {}

    /** The point; null, with a problem, if it is none or lies outside the plan. */
    static @Nullable Point read(Value value, Context context) {
        if (!value.isList()) {
            value.wrong(RULE);
            return null;
        }
        List<Value> numbers = value.items();
        if (numbers.size() != 2) {
            value.wrong(RULE);
            return null;
        }
        Double x = numbers.get(0).as(Forms.NUMBER);
        Double y = numbers.get(1).as(Forms.NUMBER);
        if (x == null || y == null) {
            return null;
        }
        Point point = new Point(x, y);
        FloorPlan plan = context.plan();
        if (plan != null && !isInside(point, plan)) {
            value.wrong(Rule.of(
                    "outside-plan",
                    "must lie inside the floor plan, 0 to {width} by 0 to {height} m",
                    "width",
                    metres(plan.widthM()),
                    "height",
                    metres(plan.heightM())));
            return null;
        }
        return point;
    }

    /** The point under a key that must be there. */
    static @Nullable Point required(Section section, String key, Context context) {
        Value value = section.value(key);
        if (value == null) {
            section.missing(key, "a point [x, y] in metres");
            return null;
        }
        return read(value, context);
    }

    private static boolean isInside(Point point, FloorPlan plan) {
        return point.x() >= 0 && point.x() <= plan.widthM() && point.y() >= 0 && point.y() <= plan.heightM();
    }

    private static String metres(double length) {
        return length == Math.rint(length) && length < 1e9 ? Long.toString((long) length) : Double.toString(length);
    }
}
