package dev.footfall.drivers.openmqttgateway;

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
import java.util.List;
import java.util.Locale;

/** One advertisement a message; the last will and the gateway's own state are signs of life. */
final class BleDecoder {
    private BleDecoder() {}

    static DecodeResult decode(Message message, IgnoredAddresses ignored) {
        Rejected tooLarge = PayloadLimit.refusal(message.payload());
        if (tooLarge != null) {
            return tooLarge;
        }
        BleTopic topic = new BleTopic(message.address());
        if (topic.isLastWill()) {
            return lastWill(message.payload(), topic);
        }
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read ->
                topic.isSystem() ? system(read.root(), topic) : advertisement(read.root(), topic, ignored);
        };
    }

    private static DecodeResult lastWill(byte[] payload, BleTopic topic) {
        String text = new String(payload, StandardCharsets.UTF_8).strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "online" -> Readings.of(topic.gateway(), List.of(Reading.of(Fact.Heartbeat.BARE)));
            case "offline" -> Readings.of(topic.gateway(), List.of(Reading.of(new Fact.Offline())));
            default -> new Rejected(Code.WRONG_VALUE, Reason.of("LWT", text, "must be online or offline"));
        };
    }

    private static DecodeResult system(JsonNode root, BleTopic topic) {
        Integer uptime = Numbers.whole(root.path("uptime"), 0, Integer.MAX_VALUE);
        return Readings.of(
                topic.gateway(),
                List.of(Reading.of(uptime == null ? Fact.Heartbeat.BARE : new Fact.Heartbeat(uptime, Double.NaN))));
    }

    private static DecodeResult advertisement(JsonNode root, BleTopic topic, IgnoredAddresses ignored) {
        if (!root.path("id").isTextual() && topic.address() == null) {
            return new Rejected(
                    Code.WRONG_FORMAT,
                    "the payload has no id; subscribe to home/+/BTtoMQTT/# of OpenMQTTGateway or Theengs Gateway");
        }
        Advertiser advertiser = Advertiser.of(root, topic.address());
        if (advertiser == null) {
            return new Rejected(Code.WRONG_VALUE, "id must be hex digits of an address, with or without separators");
        }
        Integer rssi = Numbers.whole(root.path("rssi"), -127, 20);
        JsonNode written = root.path("rssi");
        if (rssi == null && !written.isMissingNode() && !written.isNull()) {
            return new Rejected(
                    Code.WRONG_VALUE, Reason.of("rssi", JsonFields.shown(written), "must be a whole number of dBm"));
        }
        if (Equipment.isFixed(root)) {
            return new Readings(topic.gateway(), List.of(), List.of("a sensor or beacon of the house, no visitor"));
        }
        if (ignored.contains(advertiser.address())) {
            return new Readings(topic.gateway(), List.of(), List.of("fixed equipment by option ignore"));
        }
        int dbm = rssi == null ? Fact.Sighting.NO_RSSI : rssi;
        return Readings.of(
                topic.gateway(), List.of(Reading.of(new Fact.Sighting(advertiser.identity(), dbm, 0, -1, 0))));
    }
}
