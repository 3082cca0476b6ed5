package dev.footfall.drivers.wifiprobe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.Numbers;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object under the names that sniffers give them. There is no standard: capitals, dashes and
 * underscores do not matter, and the first known name that is there wins.
 */
final class SnifferFields {
    static final List<String> MAC = List.of(
            "mac",
            "src",
            "addr",
            "address",
            "macaddress",
            "macaddr",
            "srcmac",
            "sourcemac",
            "clientmac",
            "sta",
            "stamac",
            "sa",
            "ta",
            "source",
            "client",
            "transmitter",
            "addr2",
            "bssid");
    static final List<String> FRAME = List.of(
            "frame",
            "raw",
            "rawframe",
            "framebase64",
            "frameb64",
            "framehex",
            "packet",
            "payload",
            "payloadb64",
            "payloadhex",
            "hex",
            "base64",
            "b64",
            "data",
            "bytes");
    static final List<String> RSSI =
            List.of("rssi", "rssidbm", "signal", "signaldbm", "signalstrength", "dbm", "power");
    static final List<String> MANY = List.of(
            "probes",
            "proberequests",
            "frames",
            "sightings",
            "packets",
            "records",
            "observations",
            "items",
            "clients",
            "devices",
            "stations",
            "macs",
            "data",
            "payload");
    private static final List<String> CHANNEL = List.of("channel", "ch", "chan", "wifichannel");
    private static final List<String> FREQUENCY = List.of("freq", "frequency", "chfreq", "channelfreq", "freqmhz");
    static final List<String> SEQUENCE =
            List.of("seq", "seqnum", "seqno", "sequence", "sequencenumber", "seqnumber", "sn");
    private static final List<String> TIME = List.of(
            "at", "ts", "time", "timestamp", "datetime", "timestampms", "tsms", "epoch", "seen", "lastseen", "date");
    private static final List<String> SENSOR = List.of(
            "sensor", "sensorid", "sniffer", "snifferid", "node", "nodeid", "gateway", "scanner", "ap", "station");

    private final Map<String, JsonNode> byName = new HashMap<>();

    SnifferFields(JsonNode object) {
        object.properties().forEach(field -> byName.putIfAbsent(plain(field.getKey()), field.getValue()));
    }

    static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    @Nullable
    String mac() {
        return text(MAC);
    }

    @Nullable
    String frame() {
        return text(FRAME);
    }

    /** The array or object around probes, null if this object is a probe itself. */
    @Nullable
    JsonNode many() {
        for (String name : MANY) {
            JsonNode value = byName.get(name);
            if (value != null && value.isContainerNode()) {
                return value;
            }
        }
        return null;
    }

    boolean hasRssi() {
        return first(RSSI) != null;
    }

    String rssiShown() {
        JsonNode value = first(RSSI);
        return value == null ? "" : JsonFields.shown(value);
    }

    /** Signal in dBm, null if it is missing or impossible. */
    @Nullable
    Integer rssi() {
        return rssi(first(RSSI));
    }

    int channel() {
        return or(whole(first(CHANNEL), 0, 255), 0);
    }

    int frequency() {
        return or(whole(first(FREQUENCY), 0, 100_000), 0);
    }

    int sequence() {
        return or(whole(first(SEQUENCE), 0, 4095), -1);
    }

    /** The time of the probe; null if there is none that makes sense, for a sniffer's clock is often its uptime. */
    @Nullable
    Instant time(Probes probes) {
        JsonNode value = first(TIME);
        if (value == null || value.isContainerNode()) {
            return null;
        }
        return value.isNumber() ? DeviceTime.epoch(value.asDouble()) : probes.time(value.asText());
    }

    @Nullable
    String sensor() {
        String text = text(SENSOR);
        return text == null || text.length() > 64 ? null : text;
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private @Nullable JsonNode first(List<String> names) {
        for (String name : names) {
            JsonNode value = byName.get(name);
            if (value != null && !value.isNull()) {
                return value;
            }
        }
        return null;
    }

    private @Nullable String text(List<String> names) {
        for (String name : names) {
            JsonNode value = byName.get(name);
            if (value != null && value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue();
            }
        }
        return null;
    }

    private static @Nullable Integer rssi(@Nullable JsonNode value) {
        Integer dbm = whole(value, -127, Fact.Sighting.NO_RSSI);
        return dbm == null || dbm <= 20 || dbm == Fact.Sighting.NO_RSSI ? dbm : null;
    }

    private static @Nullable Integer whole(@Nullable JsonNode value, int least, int most) {
        return value == null ? null : Numbers.whole(value, least, most);
    }
}
