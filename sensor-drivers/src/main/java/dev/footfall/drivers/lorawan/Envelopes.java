package dev.footfall.drivers.lorawan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Digits;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.json.TopLevel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells the envelopes apart by their own keys: topics and paths are the owner's. Without an envelope a frame is taken as
 * {@code {"port":…,"payloadHex":…}}, as hex or base64 text, as plain bytes, or as the object a codec made of it.
 */
public final class Envelopes {
    /** No LoRaWAN frame is longer; what is longer is no frame. */
    private static final int LONGEST_FRAME = 255;

    private static final int LONGEST_TEXT = 4 * LONGEST_FRAME;
    private static final List<String> HEX_KEYS = List.of("payloadHex", "payload_hex", "payload_raw_hex");

    private Envelopes() {}

    public static Envelope read(Message message) {
        byte[] payload = message.payload();
        Rejected tooLarge = PayloadLimit.refusal(payload);
        if (tooLarge != null) {
            return new Envelope.Refused(tooLarge, "");
        }
        int first = firstVisible(payload);
        if (first < 0) {
            return refused(Code.WRONG_FORMAT, "the payload is empty; send the network server's JSON or a frame");
        }
        if (payload[first] != '{' && payload[first] != '[' && payload[first] != '"') {
            return frame(message);
        }
        return switch (JsonTree.object(payload)) {
            case JsonTree.Refused refused -> new Envelope.Refused(refused.refusal(), "");
            case JsonTree.Read read -> json(read.root(), message.address());
        };
    }

    /**
     * A cheap look whether reading is worth while: an envelope, a frame, or an object of which the caller says it may be a
     * codec's.
     */
    static boolean isPlausible(Message message, Predicate<TopLevel> decoded) {
        byte[] payload = message.payload();
        int first = payload.length > PayloadLimit.BYTES ? -1 : firstVisible(payload);
        if (first < 0) {
            return false;
        }
        if (payload[first] != '{') {
            return payload.length <= LONGEST_TEXT && payload[first] != '[' && payload[first] != '<';
        }
        TopLevel top = TopLevel.of(payload);
        return isEnvelope(top) || HEX_KEYS.stream().anyMatch(top::has) || decoded.test(top);
    }

    /** True for a network server's message. */
    static boolean isEnvelope(TopLevel top) {
        boolean wrapped = top.has("result") || (top.has("data") && top.has("identifiers"));
        return top.has("deviceInfo") || top.has("devEUI") || top.has("end_device_ids") || wrapped;
    }

    private static Envelope json(JsonNode root, String address) {
        if (root.path("deviceInfo").isObject() || root.has("devEUI")) {
            return ChirpStack.read(root, address);
        }
        JsonNode things = TheThingsStack.unwrapped(root);
        if (things.path("end_device_ids").isObject()) {
            return TheThingsStack.read(things);
        }
        for (String key : HEX_KEYS) {
            if (root.path(key).isTextual()) {
                return bareHex(root, key);
            }
        }
        return new Envelope.Up(Uplink.bare(port(root), null, root));
    }

    private static Envelope bareHex(JsonNode root, String key) {
        String text = root.path(key).asText();
        Frame frame = Frame.hex(text);
        if (frame == null || frame.length() > LONGEST_FRAME) {
            return refused(
                    Code.WRONG_VALUE, Reason.of(key, text, "must be at most 255 bytes as hex digits, two for each"));
        }
        return new Envelope.Up(Uplink.bare(port(root), frame, null));
    }

    private static Envelope frame(Message message) {
        byte[] payload = message.payload();
        String type = message.contentType();
        boolean bytes = type != null && type.startsWith("application/octet-stream");
        Frame frame = bytes || !isText(payload)
                ? Frame.of(payload.clone())
                : text(new String(payload, StandardCharsets.US_ASCII).strip());
        if (frame == null) {
            return refused(
                    Code.WRONG_FORMAT,
                    "the payload is neither JSON nor a frame in hex or base64; send the network server's message as it is");
        }
        if (frame.length() > LONGEST_FRAME) {
            return refused(
                    Code.WRONG_FORMAT,
                    "the payload has " + frame.length() + " bytes and no LoRaWAN frame has more than 255");
        }
        return new Envelope.Up(Uplink.bare(-1, frame, null));
    }

    private static @Nullable Frame text(String text) {
        Frame hex = Frame.hex(text);
        return hex != null ? hex : Frame.base64(text);
    }

    private static boolean isText(byte[] payload) {
        for (byte b : payload) {
            if (b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Index of the first byte that is not blank, −1 if there is none. */
    private static int firstVisible(byte[] payload) {
        for (int i = 0; i < payload.length; i++) {
            if (payload[i] != ' ' && payload[i] != '\n' && payload[i] != '\r' && payload[i] != '\t') {
                return i;
            }
        }
        return -1;
    }

    private static int port(JsonNode root) {
        for (String key : List.of("port", "fPort", "f_port", "fport")) {
            int port = number(root.path(key), 255);
            if (port >= 0) {
                return port;
            }
        }
        return -1;
    }

    /** A whole number from 0, also as text; −1 for anything else. */
    static int number(JsonNode value, int most) {
        String text = value.isIntegralNumber() || value.isTextual() ? value.asText() : "";
        if (!Digits.only(text, 10)) {
            return -1;
        }
        long number = Long.parseLong(text);
        return number > most ? -1 : (int) number;
    }

    private static Envelope refused(Code code, String reason) {
        return new Envelope.Refused(new Rejected(code, reason), "");
    }
}
