package dev.footfall.drivers.dlstreamer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import org.jspecify.annotations.Nullable;

/** An event of the spatial analytics: told by its fields, for the documentation spells the types in several ways. */
final class SpatialEvent {
    private static final String CLOCKWISE = "clockwise";
    private static final String COUNTERCLOCKWISE = "counterclockwise";

    private final JsonFields fields;
    private final JsonNode objects;
    private final DecodeContext context;

    /** @param objects the frame's objects, which the event refers to by number; missing if the event came alone */
    SpatialEvent(JsonFields fields, JsonNode objects, DecodeContext context) {
        this.fields = fields;
        this.objects = objects;
        this.context = context;
    }

    static boolean isOne(JsonNode node) {
        return node.has("event-type") || node.has("line-name") || node.has("zone-name");
    }

    /** What it says; null if it is of another kind or has a problem. */
    @Nullable
    Reading reading() {
        Reading reading = fields.has("line-name") ? line() : fields.has("zone-name") ? zone() : null;
        return fields.ok() ? reading : null;
    }

    @Nullable
    Rejected problem() {
        return fields.problem();
    }

    /** The running totals, written as text; only where they are missing the single crossings. */
    private @Nullable Reading line() {
        String line = fields.text("line-name");
        String in = context.option(DlStreamerDriver.IN, CLOCKWISE);
        String out = in.equals(CLOCKWISE) ? COUNTERCLOCKWISE : CLOCKWISE;
        Fact fact;
        if (fields.has(in + "-total") || fields.has(out + "-total") || !fields.has("directions")) {
            fact = Fact.Counter.of(
                    fields.countOfPair(in + "-total", out + "-total", Long.MAX_VALUE),
                    fields.countOfPair(out + "-total", in + "-total", Long.MAX_VALUE));
        } else {
            fact = Fact.Crossing.event(crossed(in), crossed(out));
        }
        return new Reading(fact, null, line, null);
    }

    private int crossed(String direction) {
        int count = 0;
        for (JsonNode crossed : fields.value("directions")) {
            count += crossed.asText().equals(direction) ? 1 : 0;
        }
        return count;
    }

    /** Of what is in the zone only what counts, where the frame tells what it is. */
    private Reading zone() {
        String zone = fields.text("zone-name");
        JsonNode related =
                fields.has("related-objects") ? fields.value("related-objects") : fields.value("related-detections");
        int count = objects.isArray() && !objects.isEmpty()
                ? people(related)
                : fields.has("zone-count") ? (int) fields.count("zone-count", Integer.MAX_VALUE) : related.size();
        return Reading.of(new Fact.ZoneLevel(zone, count));
    }

    private int people(JsonNode related) {
        String label = context.option(DlStreamerDriver.LABEL, "person");
        int count = 0;
        for (JsonNode number : related) {
            count += Labels.is(objects.path(number.asInt(-1)), label) ? 1 : 0;
        }
        return count;
    }
}
