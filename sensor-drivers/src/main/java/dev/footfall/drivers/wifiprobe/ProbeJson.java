package dev.footfall.drivers.wifiprobe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.ieee802.Channels;
import dev.footfall.drivers.ieee802.FrameText;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.observation.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One probe, an array of them, or an object around an array, whatever names the sniffer's author chose. */
final class ProbeJson {
    private static final int DEEPEST = 4;

    private final Probes probes;
    private @Nullable String device;

    ProbeJson(Probes probes) {
        this.probes = probes;
    }

    DecodeResult decode(JsonNode root) {
        value(root, "the payload", Inherited.NONE, 0);
        return probes.result(device);
    }

    /** What an object around several probes says for all of them. */
    private record Inherited(@Nullable Instant at, int channel) {
        private static final Inherited NONE = new Inherited(null, 0);
    }

    private void value(JsonNode node, String name, Inherited inherited, int depth) {
        if (node.isObject()) {
            object(new SnifferFields(node), name, inherited, depth);
        } else if (node.isArray() && depth < DEEPEST) {
            for (int i = 0; i < node.size(); i++) {
                value(node.get(i), "element " + i, inherited, depth + 1);
            }
        } else if (node.isTextual() && depth > 0) {
            frameText(node.textValue(), name, inherited.at(), Fact.Sighting.NO_RSSI, inherited.channel());
        } else {
            probes.skip(name + " must be an object or an array of objects");
        }
    }

    private void object(SnifferFields fields, String name, Inherited inherited, int depth) {
        Instant at = fields.time(probes);
        Inherited own = new Inherited(
                at == null ? inherited.at() : at, fields.channel() == 0 ? inherited.channel() : fields.channel());
        JsonNode many = fields.many();
        if (many != null && depth < DEEPEST) {
            device = fields.sensor() == null ? device : fields.sensor();
            value(many, name, own, depth + 1);
            return;
        }
        device = depth == 0 ? fields.sensor() : device;
        String frame = fields.frame();
        if (frame != null) {
            Integer rssi = fields.rssi();
            frameText(frame, name, own.at(), rssi == null ? Fact.Sighting.NO_RSSI : rssi, own.channel());
        } else {
            plain(fields, name, own);
        }
    }

    private void frameText(String text, String name, @Nullable Instant at, int rssi, int channel) {
        byte[] frame = FrameText.bytes(text);
        if (frame == null) {
            probes.skip(name + ": the frame is neither hex nor base64");
        } else {
            probes.frame(frame, name, at, rssi, channel);
        }
    }

    private void plain(SnifferFields fields, String name, Inherited own) {
        String written = fields.mac();
        if (written == null) {
            probes.skip(Code.MISSING_FIELD, name + " has neither a frame nor a mac; see footfall drivers wifi-probe");
            return;
        }
        String mac = MacAddress.normalise(written);
        if (mac == null || !MacAddress.isOneDevice(mac)) {
            probes.skip(name + ": mac must be the 12 hex digits of one device, with or without separators");
            return;
        }
        Integer rssi = fields.rssi();
        if (rssi == null && fields.hasRssi()) {
            probes.skip(Reason.of(name + ": rssi", fields.rssiShown(), "must be a whole number from -127 to 20 dBm"));
            return;
        }
        int channel = own.channel() == 0 ? Channels.ofFrequency(fields.frequency()) : own.channel();
        probes.sighting(mac, rssi == null ? Fact.Sighting.NO_RSSI : rssi, channel, fields.sequence(), own.at());
    }
}
