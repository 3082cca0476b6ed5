package dev.footfall.drivers.tasmota;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.Topic;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telemetry with a COUNTER object, its older spelling, and the last will. */
final class TasmotaDecoder {
    private static final Pattern OTHER_TELEMETRY = Pattern.compile("SENSOR|STATE|RESULT|INFO\\d|STATUS\\d*|UPTIME");

    private TasmotaDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        Rejected tooLarge = PayloadLimit.refusal(message.payload());
        if (tooLarge != null) {
            return tooLarge;
        }
        String last = Topic.lastLevel(message.address());
        if (last.equals("LWT")) {
            return lastWill(message.payload());
        }
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> telemetry(read.root(), last, context);
        };
    }

    private static DecodeResult lastWill(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8).strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "online" -> Readings.of(null, List.of(Reading.of(Fact.Heartbeat.BARE)));
            case "offline" -> Readings.of(null, List.of(Reading.of(new Fact.Offline())));
            default -> new Rejected(Code.WRONG_VALUE, Reason.of("LWT", text, "must be Online or Offline"));
        };
    }

    private static DecodeResult telemetry(JsonNode root, String lastLevel, DecodeContext context) {
        JsonNode sensors = root.path("StatusSNS").isObject() ? root.path("StatusSNS") : root;
        Counters counters = Counters.of(JsonFields.of(sensors, ""));
        if (counters.problem() == null && counters.isEmpty()) {
            boolean familiar =
                    sensors.has("Time") || OTHER_TELEMETRY.matcher(lastLevel).matches();
            return familiar ? Readings.of(null, List.of()) : notTasmota();
        }
        TasmotaOptions options = TasmotaOptions.of(context);
        Fact fact = counters.fact(options);
        Rejected problem = counters.problem();
        if (problem != null) {
            return problem;
        }
        String time = sensors.path("Time").asText("");
        Instant at = options.arrivalTime() || time.isEmpty()
                ? null
                : DeviceTime.inZone(time, context.zone(), context.receivedAt());
        if (at == null && !options.arrivalTime() && !time.isEmpty()) {
            return new Rejected(
                    Code.WRONG_VALUE,
                    Reason.of(
                            "Time",
                            time,
                            "must be a date and time; correct the device's clock or set option time to arrival"));
        }
        return fact == null ? othersOnly(options) : Readings.of(null, List.of(reading(fact, at)));
    }

    private static Reading reading(Fact fact, @Nullable Instant at) {
        String key = at != null && fact instanceof Fact.Counter counter
                ? at + "|" + counter.inTotal() + "|" + counter.outTotal()
                : null;
        return new Reading(fact, at, "", key);
    }

    private static DecodeResult othersOnly(TasmotaOptions options) {
        return new Readings(null, List.of(), List.of("none of the counters asked for is in the message " + options));
    }

    private static Rejected notTasmota() {
        return new Rejected(
                Code.WRONG_FORMAT,
                "the payload has neither COUNTER nor Time; subscribe to tele/+/SENSOR and tele/+/LWT of a Tasmota device");
    }
}
