package dev.footfall.drivers.paxcounter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.Topic;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Frames by the port in the topic, and the same as decoded JSON. */
final class PaxDecoder {
    private static final int MOST = 65_535;
    private static final long WIDTH = 65_536;
    private static final int LONGEST_FRAME = 1024;

    private PaxDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        Rejected tooLarge = PayloadLimit.refusal(message.payload());
        if (tooLarge != null) {
            return tooLarge;
        }
        PaxOptions options = PaxOptions.of(context);
        if (opensObject(message.payload())) {
            return switch (JsonTree.object(message.payload())) {
                case JsonTree.Refused refused -> refused.refusal();
                case JsonTree.Read read -> json(JsonFields.of(read.root(), ""), options);
            };
        }
        int port = port(message.address());
        if (port < 0) {
            return Readings.of(null, List.of(Reading.of(Fact.Heartbeat.BARE)));
        }
        PaxFrame frame = message.payload().length > LONGEST_FRAME ? null : PaxFrame.of(message.payload(), port);
        return frame == null ? wrongFrame(port) : frame(frame, options);
    }

    /** The port that the topic names; 0 if it names none, −1 for the topic itself, where the device says hello. */
    static int port(String topic) {
        String last = Topic.lastLevel(topic);
        if (last.matches("\\d{1,3}")) {
            return Integer.parseInt(last);
        }
        return last.equals("paxout") ? -1 : 0;
    }

    static boolean opensObject(byte[] payload) {
        for (byte b : payload) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '{';
            }
        }
        return false;
    }

    private static DecodeResult frame(PaxFrame frame, PaxOptions options) {
        boolean little = options.littleEndian();
        return switch (frame.port()) {
            case PaxFrame.COUNTS -> counts(frame.wifi(little), frame.hasBle() ? frame.ble(little) : null, options);
            case PaxFrame.STATUS -> heartbeat(frame.uptimeSeconds(little));
            case PaxFrame.TIME -> heartbeat(-1);
            default -> Readings.of(null, List.of());
        };
    }

    private static DecodeResult json(JsonFields fields, PaxOptions options) {
        if (fields.has("wifi") || fields.has("ble") || fields.has("pax")) {
            boolean onlySum = !fields.has("wifi") && !fields.has("ble");
            int wifi = fields.has("wifi") ? (int) fields.count("wifi", MOST) : 0;
            @Nullable Integer ble = fields.has("ble") ? (int) fields.count("ble", MOST) : null;
            int pax = onlySum ? (int) fields.count("pax", 2 * MOST) : 0;
            Rejected problem = fields.problem();
            if (problem != null) {
                return problem;
            }
            return onlySum ? sum(pax, options) : counts(wifi, ble, options);
        }
        if (fields.has("uptime")) {
            long uptime = fields.count("uptime", Integer.MAX_VALUE);
            Rejected problem = fields.problem();
            return problem != null ? problem : heartbeat(uptime);
        }
        if (fields.has("timestatus") || fields.has("port")) {
            return heartbeat(-1);
        }
        JsonNode inner = fields.value("decoded_payload");
        return inner.isObject()
                ? json(JsonFields.of(inner, "decoded_payload"), options)
                : new Rejected(
                        Code.WRONG_FORMAT,
                        "the payload has neither wifi, ble, pax nor uptime; subscribe to paxout/+ of an ESP32-Paxcounter");
    }

    /** Both radios and their sum. Each is a level of its own; they are not to be added. */
    private static DecodeResult counts(int wifi, @Nullable Integer ble, PaxOptions options) {
        List<Reading> readings = new ArrayList<>();
        readings.add(reading("wifi", wifi, options));
        if (ble != null) {
            readings.add(reading("ble", ble, options));
        }
        readings.add(reading("pax", wifi + (ble == null ? 0 : ble), options));
        return Readings.of(null, readings);
    }

    private static DecodeResult sum(int pax, PaxOptions options) {
        return Readings.of(null, List.of(reading("pax", pax, options)));
    }

    private static Reading reading(String radio, int count, PaxOptions options) {
        return options.cumulative()
                ? new Reading(
                        new Fact.Counter(count, 0, null, radio.equals("pax") ? 0 : WIDTH, -1, false), null, radio, null)
                : new Reading(new Fact.ZoneLevel(radio, count), null, "", null);
    }

    private static DecodeResult heartbeat(long uptimeSeconds) {
        Fact.Heartbeat sign = uptimeSeconds < 0 ? Fact.Heartbeat.BARE : new Fact.Heartbeat(uptimeSeconds, Double.NaN);
        return Readings.of(null, List.of(Reading.of(sign)));
    }

    private static Rejected wrongFrame(int port) {
        return new Rejected(
                Code.WRONG_FORMAT,
                port == 0
                        ? "the payload is no frame whose length tells its kind; give the topic paxout/PORT"
                        : "the frame's length is wrong for port " + port
                                + "; send base64 of the device's frame, as its firmware does");
    }
}
