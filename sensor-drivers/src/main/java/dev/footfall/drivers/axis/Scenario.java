package dev.footfall.drivers.axis;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.lines.LineOptions;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scenario of Object Analytics. One that counts crossings has totals since {@code startTime}; one that watches an area
 * has the number inside and no {@code startTime}; one that only alarms has no numbers. All values are texts.
 */
final class Scenario {
    private static final String BEFORE_NAME = "ObjectAnalytics/";

    private final JsonFields root;
    private final @Nullable String device;
    private final String name;
    private final DecodeContext context;

    Scenario(JsonFields root, @Nullable String device, String topic, DecodeContext context) {
        this.root = root;
        this.device = device;
        this.name = name(topic);
        this.context = context;
    }

    /** The level after {@code ObjectAnalytics}: device and number of the scenario. */
    private static String name(String topic) {
        String rest = topic.substring(topic.indexOf(BEFORE_NAME) + BEFORE_NAME.length());
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }

    void decode(ReadingList list) {
        JsonFields data = root.object("message").object("data");
        String register = register(data);
        if (register == null) {
            return;
        }
        Instant at = EventTime.of(root);
        boolean crossings = data.has("startTime") || data.has("reason");
        long count = data.count(register, crossings ? Long.MAX_VALUE : Integer.MAX_VALUE);
        if (root.problem() != null) {
            list.skip(root.problem());
            return;
        }
        LineOptions lines = LineOptions.of(context);
        if (lines.counts(name, null)) {
            Fact fact = crossings
                    ? counter(count, lines.swaps(name, null), data.textOrNull("startTime"))
                    : new Fact.ZoneLevel(name, (int) count);
            String key = at == null ? null : device + "|" + name + "|" + at + "|" + count;
            list.add(new Reading(fact, at, name, key));
        }
    }

    /** The register of people; null if the scenario counts nothing, or only other things. */
    private @Nullable String register(JsonFields data) {
        boolean all = context.option(AxisDriver.COUNT, "human").equals("all");
        if (!all && data.has("totalHuman")) {
            return "totalHuman";
        }
        // Without classes the total is all that there is; with classes but no humans, nobody counts here.
        boolean classes = data.has("totalCar") || data.has("totalTruck") || data.has("totalBus");
        return data.has("total") && (all || !classes) ? "total" : null;
    }

    /** A line counts one way. Its last reset names the run. */
    private static Fact counter(long count, boolean outward, @Nullable String startTime) {
        Instant start = startTime == null ? null : DeviceTime.withOffset(startTime);
        String boot = start == null ? startTime : start.toString();
        return new Fact.Counter(outward ? 0 : count, outward ? count : 0, boot, 0, -1, true);
    }
}
