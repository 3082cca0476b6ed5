package dev.footfall.drivers.openmqttgateway;

import dev.footfall.drivers.Message;
import dev.footfall.drivers.json.TopLevel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An id that is an address beside a signal or distance; keys of the decoder make it sure. */
final class BleRecogniser {
    private static final int BY_TOPIC = 95;
    /** Above Tasmota, which writes its own with a capital. */
    private static final int LAST_WILL = 92;

    private static final int SURE = 85;
    private static final int LIKELY = 55;
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{2}([:-]?[0-9a-f]{2}){2,5}");
    private static final List<String> DECODERS = List.of(
            "mac_type", "manufacturerdata", "servicedata", "servicedatauuid", "model_id", "brand", "mfid", "txpower");

    /** Keys of ESPresense, which also tells id, signal and distance. */
    private static final List<String> OF_OTHERS =
            List.of("rssi@1m", "idType", "rssiVar", "rxAdj", "interval", "raw", "type");

    private BleRecogniser() {}

    static int score(Message message) {
        BleTopic topic = new BleTopic(message.address());
        if (topic.isLastWill()) {
            String text =
                    new String(message.payload(), 0, Math.min(message.payload().length, 8), StandardCharsets.UTF_8);
            return text.equals("online") || text.equals("offline") ? LAST_WILL : 0;
        }
        TopLevel top = TopLevel.of(message.payload());
        if (topic.isSystem()) {
            return top.has("uptime") ? BY_TOPIC : 0;
        }
        if (topic.isBluetooth() && (top.has("id") || topic.address() != null)) {
            return BY_TOPIC;
        }
        String id = top.text("id");
        boolean address =
                id != null && ADDRESS.matcher(id.toLowerCase(Locale.ROOT)).matches();
        if (!address || !(top.has("rssi") || top.has("distance"))) {
            return 0;
        }
        if (DECODERS.stream().anyMatch(top::has)) {
            return SURE;
        }
        return OF_OTHERS.stream().anyMatch(top::has) ? 0 : LIKELY;
    }
}
