package dev.footfall.drivers.frigate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code events}: the life of one tracked object; what counts is its state after the change. */
final class FrigateEvent {
    private FrigateEvent() {}

    static DecodeResult decode(JsonNode root, DecodeContext context) {
        JsonFields event = JsonFields.of(root, "");
        boolean ended = ended(event);
        if (event.ok() && !event.isObject("after")) {
            event.wrong(Reason.of("after", JsonFields.shown(event.value("after")), "must be an object"));
        }
        JsonFields after = event.object("after");
        String camera = after.text("camera");
        if (event.ok() && after.has("severity") && !after.has("label")) {
            // A review that came without its topic: it has the same shape and nothing to count.
            return Readings.of(camera, List.of());
        }
        String label = after.text("label");
        if (event.ok()
                && FrigateVehicle.isVehicle(label)
                && !after.value("false_positive").asBoolean()) {
            return FrigateVehicle.ofEvent(after, context);
        }
        if (event.ok()
                && (!label.equals("person") || after.value("false_positive").asBoolean())) {
            return Readings.of(camera, List.of());
        }
        String track = after.text("id");
        List<String> zones = zones(after);
        Instant at = time(after, ended);
        Rejected problem = event.problem();
        if (problem != null) {
            return problem;
        }
        String key = at == null ? null : track + "|" + event.text("type") + "|" + at;
        Reading reading = new Reading(new Fact.Presence(track, zones, ended), at, "", key);
        return Readings.of(camera, List.of(reading));
    }

    private static boolean ended(JsonFields event) {
        String type = event.text("type");
        switch (type) {
            case "end":
                return true;
            case "new", "update", "":
                return false;
            default:
                event.wrong(Reason.of("type", type, "must be new, update or end"));
                return false;
        }
    }

    private static List<String> zones(JsonFields after) {
        List<String> zones = new ArrayList<>();
        JsonNode current = after.value("current_zones");
        if (after.has("current_zones") && !current.isArray()) {
            after.wrong(Reason.of(after.name("current_zones"), JsonFields.shown(current), "must be an array of names"));
        }
        for (JsonNode zone : current) {
            if (zone.isTextual()) {
                zones.add(zone.textValue());
            } else {
                after.wrong(Reason.of(after.name("current_zones"), JsonFields.shown(zone), "must be a name"));
            }
        }
        return zones;
    }

    /** Of what may tell the time the first that makes sense; null if nothing is given at all. */
    private static @Nullable Instant time(JsonFields after, boolean ended) {
        List<String> keys = ended ? List.of("end_time", "frame_time") : List.of("frame_time");
        for (String key : keys) {
            Instant at = epoch(after.value(key));
            if (at != null) {
                return at;
            }
        }
        for (String key : keys) {
            if (after.has(key)) {
                after.wrong(Reason.of(
                        after.name(key), JsonFields.shown(after.value(key)), "must be a time in epoch seconds"));
            }
        }
        return null;
    }

    static @Nullable Instant epoch(JsonNode value) {
        if (value.isNumber()) {
            return DeviceTime.epoch(value.doubleValue());
        }
        return value.isTextual() ? DeviceTime.withOffset(value.textValue()) : null;
    }
}
