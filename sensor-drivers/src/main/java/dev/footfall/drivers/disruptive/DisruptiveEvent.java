package dev.footfall.drivers.disruptive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Topic;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One event, by itself or inside a data connector's message. */
final class DisruptiveEvent {
    private static final String COUNT = "objectPresentCount";
    private static final Set<String> OTHERS = Set.of(
            "objectPresent",
            "touch",
            "networkStatus",
            "batteryStatus",
            "labelsChanged",
            "touchCount",
            "ethernetStatus");

    private DisruptiveEvent() {}

    static boolean isKnown(JsonNode root) {
        String type = event(root).path("eventType").asText("");
        return type.equals(COUNT) || OTHERS.contains(type);
    }

    static DecodeResult decode(JsonNode root) {
        if (!isKnown(root)) {
            return DisruptiveDriver.notOurs();
        }
        JsonNode event = event(root);
        JsonNode data = event.path("data").isObject() ? event.path("data") : event;
        String device = device(root, event);
        if (event.path("eventType").asText().equals(COUNT)) {
            return count(JsonFields.of(data.path(COUNT), COUNT), event, device);
        }
        double battery = data.path("batteryStatus").path("percentage").asDouble(Double.NaN);
        Fact life = new Fact.Heartbeat(-1, battery >= 0 && battery <= 100 ? battery : Double.NaN);
        Instant at = DeviceTime.withOffset(event.path("timestamp").asText(""));
        return Readings.of(device, List.of(new Reading(life, at, "", key(device, at, "life"))));
    }

    /** The sensor's own time goes first: the connector's may be years from it. */
    private static DecodeResult count(JsonFields count, JsonNode event, @Nullable String device) {
        long total = count.count("total", Long.MAX_VALUE);
        Rejected problem = count.problem();
        if (problem != null) {
            return problem;
        }
        Instant own = DeviceTime.withOffset(count.value("updateTime").asText(""));
        Instant at = own != null
                ? own
                : DeviceTime.withOffset(event.path("timestamp").asText(""));
        Fact counter = new Fact.Counter(total, 0, null, 0, -1, false);
        return Readings.of(device, List.of(new Reading(counter, at, "", key(device, at, "count|" + total))));
    }

    private static @Nullable String key(@Nullable String device, @Nullable Instant at, String words) {
        return at == null ? null : (device == null ? "" : device) + "|" + at + "|" + words;
    }

    private static JsonNode event(JsonNode root) {
        return root.path("event").isObject() ? root.path("event") : root;
    }

    /** The last part of {@code projects/P/devices/D}. */
    private static @Nullable String device(JsonNode root, JsonNode event) {
        String id = root.path("metadata").path("deviceId").asText("");
        String name = id.isEmpty() ? Topic.lastLevel(event.path("targetName").asText("")) : id;
        return name.isBlank() || name.length() > 64 ? null : name;
    }
}
