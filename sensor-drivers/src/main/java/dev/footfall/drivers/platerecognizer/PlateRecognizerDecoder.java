package dev.footfall.drivers.platerecognizer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.plates.GateOptions;
import dev.footfall.drivers.plates.Plate;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of CSV or a webhook call. */
final class PlateRecognizerDecoder {
    private static final String SCREENSHOTS = "_screenshots";
    private static final int LONGEST_CAMERA = 128;

    private final DecodeContext context;
    private final ReadingList list = new ReadingList();
    private @Nullable String device;
    private boolean severalDevices;

    private PlateRecognizerDecoder(DecodeContext context) {
        this.context = context;
    }

    static DecodeResult decode(Message message, DecodeContext context) {
        byte[] payload = message.payload();
        Rejected tooLarge = PayloadLimit.refusal(payload);
        if (tooLarge != null) {
            return tooLarge;
        }
        PlateRecognizerDecoder decoder = new PlateRecognizerDecoder(context);
        return Rows.begins(payload) ? decoder.rows(payload) : decoder.webhook(payload);
    }

    private DecodeResult rows(byte[] payload) {
        List<Map<String, String>> rows = Rows.of(new String(payload, StandardCharsets.UTF_8));
        if (rows.size() > Rows.MOST) {
            return new Rejected(Code.TOO_LARGE, "the CSV has more than " + Rows.MOST + " rows; send fewer at once");
        }
        rows.forEach(this::row);
        return list.result(severalDevices ? null : device);
    }

    private void row(Map<String, String> row) {
        String file = row.getOrDefault("file", "");
        String camera = camera(file);
        if (device != null && !device.equals(camera)) {
            severalDevices = true;
        }
        device = device == null ? camera : device;
        vehicle(
                row.getOrDefault("timestamp", ""),
                row.get("plate"),
                number(row.getOrDefault("direction", "")),
                file + "|" + row.getOrDefault("box", ""));
    }

    private DecodeResult webhook(byte[] payload) {
        JsonTree tree = JsonTree.object(payload);
        if (tree instanceof JsonTree.Read read && read.root().path("data").isObject()) {
            call(read.root().path("hook"), read.root().path("data"));
            return list.result(device);
        }
        return tree instanceof JsonTree.Refused refused && payload.length > 0 && payload[0] == '{'
                ? refused.refusal()
                : new Rejected(
                        Code.WRONG_FORMAT,
                        "the payload is neither CSV that begins with timestamp,plate nor a webhook call with hook and data");
    }

    private void call(JsonNode hook, JsonNode data) {
        String camera = text(data.path("camera_id"));
        device = camera != null ? camera : text(hook.path("id"));
        String file = text(data.path("filename"));
        String time = text(data.path("timestamp"));
        JsonNode results = data.path("results");
        for (int i = 0; i < Math.min(results.size(), Rows.MOST); i++) {
            JsonNode result = results.get(i);
            double direction = result.path("direction").isNumber()
                    ? result.path("direction").doubleValue()
                    : Double.NaN;
            vehicle(time == null ? "" : time, plate(result.path("plate")), direction, file + "|" + i);
        }
    }

    /** A text, or in newer versions an object with the values it may be, the likeliest first. */
    private static @Nullable String plate(JsonNode plate) {
        return text(plate.isObject() ? plate.path("props").path("plate").path(0).path("value") : plate);
    }

    private void vehicle(String time, @Nullable String plate, double heading, String place) {
        Instant at = time.isEmpty() ? null : DeviceTime.inZone(time, context.zone(), context.receivedAt());
        if (at == null) {
            // A shifted column may hold anything, a plate too: it is not shown.
            list.skip(
                    time.isEmpty() ? Code.MISSING_FIELD : Code.WRONG_VALUE,
                    time.isEmpty() ? "timestamp is missing" : "timestamp must be a date and time");
            return;
        }
        Fact vehicle = new Fact.Vehicle(GateOptions.direction(context, heading), Plate.of(plate), null);
        list.add(new Reading(vehicle, at, "", device + "|" + at + "|" + place));
    }

    /** Stream keeps pictures in a folder named after the camera. */
    private static @Nullable String camera(String file) {
        int end = file.indexOf(SCREENSHOTS);
        String name = end <= 0 ? "" : file.substring(file.lastIndexOf('/', end) + 1, end);
        return name.isBlank() || name.length() > LONGEST_CAMERA ? null : name;
    }

    private static double number(String text) {
        return text.matches("-?\\d{1,3}(\\.\\d{1,10})?") ? Double.parseDouble(text) : Double.NaN;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }
}
