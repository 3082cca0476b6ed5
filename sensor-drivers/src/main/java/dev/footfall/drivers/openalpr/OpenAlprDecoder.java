package dev.footfall.drivers.openalpr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.plates.GateOptions;
import dev.footfall.drivers.plates.Plate;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of an agent. A group is one vehicle; the frames it was read in are sent apart and count nothing. */
final class OpenAlprDecoder {
    private static final List<String> TIMES = List.of("epoch_start", "epoch_end", "epoch_time", "timestamp");

    private OpenAlprDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> message(JsonFields.of(read.root(), ""), context);
        };
    }

    private static DecodeResult message(JsonFields root, DecodeContext context) {
        String type = root.textOrNull("data_type");
        if (type == null) {
            return new Rejected(
                    Code.WRONG_FORMAT, "data_type is missing; the object is no message of an OpenALPR agent");
        }
        return switch (type) {
            case "alpr_group", "vehicle" -> group(root, context);
            case "heartbeat" -> heartbeat(root);
            default -> Readings.of(device(root), List.of());
        };
    }

    private static DecodeResult group(JsonFields root, DecodeContext context) {
        String device = device(root);
        if (root.value("is_preview").asBoolean()) {
            return new Readings(device, List.of(), List.of("a preview: the vehicle counts when its group is complete"));
        }
        if (root.value("is_parked").asBoolean()) {
            return new Readings(device, List.of(), List.of("a parked vehicle: it went through no gate"));
        }
        Instant at = time(root);
        Rejected problem = root.problem();
        if (problem != null) {
            return problem;
        }
        Identity plate = plate(root);
        if (at == null && plate == null) {
            return new Rejected(Code.MISSING_FIELD, "epoch_start and best_plate_number are missing; it says nothing");
        }
        double heading = root.value("travel_direction").asDouble(Double.NaN);
        Fact vehicle = new Fact.Vehicle(GateOptions.direction(context, heading), plate, null);
        return Readings.of(device, List.of(new Reading(vehicle, at, "", key(root, device, at))));
    }

    private static @Nullable Instant time(JsonFields root) {
        for (String key : TIMES) {
            JsonNode value = root.value(key);
            Instant at = value.isNumber()
                    ? DeviceTime.epoch(value.doubleValue())
                    : value.isTextual() ? DeviceTime.withOffset(value.textValue()) : null;
            if (at != null) {
                return at;
            }
            if (root.has(key)) {
                root.wrong(Reason.of(key, JsonFields.shown(value), "must be a time in epoch milliseconds"));
            }
        }
        return null;
    }

    /** Versions differ in where the plate is. */
    private static @Nullable Identity plate(JsonFields root) {
        String number = root.textOrNull("best_plate_number");
        if (number == null) {
            number = root.isObject("best_plate")
                    ? root.object("best_plate").textOrNull("plate")
                    : root.textOrNull("best_plate");
        }
        if (number == null) {
            JsonNode first = root.value("candidates").path(0).path("plate");
            number = first.isTextual() ? first.textValue() : null;
        }
        return Plate.of(number);
    }

    /** The agent's name for the frame that shows the vehicle best; none of its names holds the plate. */
    private static @Nullable String key(JsonFields root, @Nullable String device, @Nullable Instant at) {
        String uuid = root.textOrNull("best_uuid");
        if (uuid == null) {
            JsonNode first = root.value("uuids").path(0);
            uuid = first.isTextual() ? first.textValue() : null;
        }
        if (uuid == null) {
            uuid = root.textOrNull("group_uuid");
        }
        return uuid != null ? uuid : at == null ? null : device + "|" + at;
    }

    private static DecodeResult heartbeat(JsonFields root) {
        JsonNode streams = root.value("video_streams");
        int streaming = 0;
        for (JsonNode stream : streams) {
            streaming += stream.path("is_streaming").asBoolean(true) ? 1 : 0;
        }
        JsonNode only = streams.size() == 1 ? streams.get(0).path("camera_id") : root.value("site_id");
        String device = only.isValueNode() && !only.asText().isBlank() && !only.isNull() ? only.asText() : null;
        if (!streams.isEmpty() && streaming == 0) {
            return new Readings(
                    device,
                    List.of(Reading.of(new Fact.Offline())),
                    List.of("no video stream is running; see to the camera"));
        }
        long uptime = root.has("daemon_uptime_seconds") ? root.count("daemon_uptime_seconds", Long.MAX_VALUE) : -1;
        Rejected problem = root.problem();
        Fact alive = uptime < 0 ? Fact.Heartbeat.BARE : new Fact.Heartbeat(uptime, Double.NaN);
        return problem != null ? problem : Readings.of(device, List.of(Reading.of(alive, time(root))));
    }

    private static @Nullable String device(JsonFields root) {
        String camera = root.textOrNull("camera_id");
        return camera != null ? camera : root.textOrNull("site_id");
    }
}
