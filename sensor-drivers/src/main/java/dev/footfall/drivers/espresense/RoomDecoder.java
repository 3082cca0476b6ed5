package dev.footfall.drivers.espresense;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.ieee802.IgnoredAddresses;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.json.Numbers;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reports of devices, and what a room's node says about itself. */
final class RoomDecoder {
    private RoomDecoder() {}

    static DecodeResult decode(Message message, IgnoredAddresses ignored) {
        Rejected tooLarge = PayloadLimit.refusal(message.payload());
        if (tooLarge != null) {
            return tooLarge;
        }
        List<String> levels = Arrays.asList(message.address().split("/", -1));
        int rooms = levels.indexOf("rooms");
        if (rooms >= 0 && rooms + 2 < levels.size()) {
            return node(levels.get(rooms + 2), levels.get(rooms + 1), message.payload());
        }
        int devices = levels.indexOf("devices");
        String room = devices >= 0 && devices + 2 < levels.size() ? levels.get(devices + 2) : null;
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> report(read.root(), room, ignored);
        };
    }

    private static DecodeResult node(String kind, String room, byte[] payload) {
        return switch (kind) {
            case "status" -> status(room, new String(payload, StandardCharsets.UTF_8).strip());
            case "telemetry" -> telemetry(room, payload);
            default -> Readings.of(room, List.of());
        };
    }

    private static DecodeResult status(String room, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "online" -> Readings.of(room, List.of(Reading.of(Fact.Heartbeat.BARE)));
            case "offline" -> Readings.of(room, List.of(Reading.of(new Fact.Offline())));
            default -> new Rejected(Code.WRONG_VALUE, Reason.of("status", text, "must be online or offline"));
        };
    }

    private static DecodeResult telemetry(String room, byte[] payload) {
        if (!(JsonTree.object(payload) instanceof JsonTree.Read read)) {
            return new Rejected(Code.NOT_JSON, "the telemetry of a room is no JSON object");
        }
        Integer uptime = Numbers.whole(read.root().path("uptime"), 0, Integer.MAX_VALUE);
        Fact sign = uptime == null ? Fact.Heartbeat.BARE : new Fact.Heartbeat(uptime, Double.NaN);
        return Readings.of(room, List.of(Reading.of(sign)));
    }

    private static DecodeResult report(JsonNode root, @Nullable String room, IgnoredAddresses ignored) {
        Carried device = Carried.of(root);
        if (device == null) {
            return new Rejected(
                    Code.WRONG_FORMAT,
                    "the payload has neither mac nor id; subscribe to espresense/devices/# and espresense/rooms/#");
        }
        JsonNode written = root.path("rssi");
        Integer rssi = Numbers.whole(written, -127, 20);
        if (rssi == null && !written.isMissingNode() && !written.isNull()) {
            return new Rejected(
                    Code.WRONG_VALUE, Reason.of("rssi", JsonFields.shown(written), "must be a whole number of dBm"));
        }
        if (device.address() != null && ignored.contains(device.address())) {
            return new Readings(room, List.of(), List.of("fixed equipment by option ignore"));
        }
        int dbm = rssi == null ? Fact.Sighting.NO_RSSI : rssi;
        return Readings.of(room, List.of(Reading.of(new Fact.Sighting(device.identity(), dbm, 0, -1, 0))));
    }
}
