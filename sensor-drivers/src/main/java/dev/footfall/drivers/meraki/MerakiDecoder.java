package dev.footfall.drivers.meraki;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One post: the secret, the kind, and one sighting for each device observed. */
final class MerakiDecoder {
    /** Kinds of posts, and whether each is about WiFi. */
    static final Map<String, Boolean> KINDS =
            Map.of("DevicesSeen", true, "BluetoothDevicesSeen", false, "WiFi", true, "BLE", false, "Bluetooth", false);

    private MerakiDecoder() {}

    static DecodeResult decode(byte[] payload, MerakiOptions options) {
        return switch (JsonTree.object(payload)) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> post(read.root(), options);
        };
    }

    private static DecodeResult post(JsonNode root, MerakiOptions options) {
        if (!options.accepts(root.path("secret").asText(""))) {
            return new Rejected(
                    Code.WRONG_VALUE,
                    "the secret is not the sensor's; set option secret to the one in Meraki's dashboard");
        }
        JsonNode data = root.path("data");
        String type = root.path("type").asText("");
        if (!data.isObject() || type.isEmpty()) {
            return new Rejected(
                    Code.WRONG_FORMAT, "the payload has no type and data; post the Scanning API's messages, v2 or v3");
        }
        String device = device(data);
        Boolean wifi = KINDS.get(type);
        if (wifi == null) {
            return Readings.of(device, List.of());
        }
        return observations(data, wifi, device, options);
    }

    private static @Nullable String device(JsonNode data) {
        String network = data.path("networkId").asText("");
        if (!network.isBlank()) {
            return network;
        }
        String point = data.path("apMac").asText("");
        String normal = MacAddress.normalise(point);
        return normal != null ? normal : point.isBlank() ? null : point;
    }

    private static DecodeResult observations(
            JsonNode data, boolean wifi, @Nullable String device, MerakiOptions options) {
        ReadingList list = new ReadingList();
        boolean ignored = false;
        for (JsonFields item : JsonFields.of(data, "data").objects("observations")) {
            Rejected problem = item.problem();
            if (problem != null) {
                list.skip(problem);
                continue;
            }
            String mac = MacAddress.normalise(item.value("clientMac").asText(""));
            if (mac == null) {
                list.skip(Code.WRONG_VALUE, item.name("clientMac") + " must be 12 hex digits");
            } else if (options.ignored().contains(mac)) {
                ignored = true;
            } else {
                add(list, item, mac, wifi, options);
            }
        }
        return ignored && list.isEmpty() ? Readings.of(device, List.of()) : list.result(device);
    }

    private static void add(ReadingList list, JsonFields item, String mac, boolean wifi, MerakiOptions options) {
        Seen seen = item.has("latestRecord") || item.has("locations") ? Seen.version3(item) : Seen.version2(item);
        if (seen.at() == null) {
            list.skip(Code.WRONG_VALUE, item.name(seen.timeKey()) + " holds no time; the record is useless");
            return;
        }
        Integer rssi = seen.rssi();
        if (rssi == null && seen.rssiWritten()) {
            list.skip(Code.WRONG_VALUE, Reason.of(item.name("rssi"), seen.rssiShown(), "must be a whole number"));
            return;
        }
        int dbm = rssi == null ? Fact.Sighting.NO_RSSI : wifi && rssi > 0 ? rssi + options.noiseFloor() : rssi;
        list.add(Reading.of(new Fact.Sighting(new Identity.Raw(mac), dbm, 0, -1, 0), seen.at()));
    }
}
