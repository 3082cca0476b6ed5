package dev.footfall.drivers.verkada;

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
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One webhook call. */
final class VerkadaDecoder {
    private VerkadaDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> call(JsonFields.of(read.root(), ""), context);
        };
    }

    private static DecodeResult call(JsonFields root, DecodeContext context) {
        String type = root.textOrNull("webhook_type");
        if (type == null) {
            return new Rejected(Code.WRONG_FORMAT, "webhook_type is missing; the object is no Verkada webhook call");
        }
        JsonFields data = root.object("data");
        String device = data.textOrNull("camera_id");
        if (!type.equals("lpr")) {
            return Readings.of(device, List.of());
        }
        if (!root.isObject("data")) {
            return new Rejected(Code.MISSING_FIELD, "data is missing; the call has no vehicle in it");
        }
        Instant at = time(data, "detected");
        at = at == null ? time(data, "created") : at;
        at = at == null ? time(root, "created_at") : at;
        Rejected problem = root.problem();
        if (problem != null) {
            return problem;
        }
        if (at == null && !data.has("license_plate_number")) {
            return new Rejected(Code.MISSING_FIELD, "data.detected and data.license_plate_number are missing");
        }
        Fact vehicle = new Fact.Vehicle(
                GateOptions.direction(context), Plate.of(data.textOrNull("license_plate_number")), null);
        String key = at == null ? null : device + "|" + at;
        return Readings.of(device, List.of(new Reading(vehicle, at, "", key)));
    }

    /** Seconds and milliseconds stand side by side in one call; the size tells. */
    private static @Nullable Instant time(JsonFields fields, String key) {
        JsonNode value = fields.value(key);
        Instant at = value.isNumber()
                ? DeviceTime.epoch(value.doubleValue())
                : value.isTextual() ? DeviceTime.withOffset(value.textValue()) : null;
        if (at == null && fields.has(key)) {
            fields.wrong(Reason.of(fields.name(key), JsonFields.shown(value), "must be a time in epoch seconds"));
        }
        return at;
    }
}
