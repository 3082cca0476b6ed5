package dev.footfall.drivers.wifiprobe;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.ieee802.FrameText;
import dev.footfall.drivers.json.JsonTree;
import java.nio.charset.StandardCharsets;

/** Chooses by the payload's form: bytes of a frame, frames written as text, one a line, or JSON. */
final class WifiProbeDecoder {
    private WifiProbeDecoder() {}

    static DecodeResult decode(byte[] payload, DecodeContext context) {
        Rejected tooLarge = PayloadLimit.refusal(payload);
        if (tooLarge != null) {
            return tooLarge;
        }
        Probes probes = new Probes(context);
        return switch (Form.of(payload)) {
            case EMPTY -> new Rejected(Code.WRONG_FORMAT, "the payload is empty; send one frame or one JSON value");
            case JSON ->
                switch (JsonTree.value(payload)) {
                    case JsonTree.Refused refused -> refused.refusal();
                    case JsonTree.Read read -> new ProbeJson(probes).decode(read.root());
                };
            case CAPTURE_FILE ->
                new Rejected(
                        Code.WRONG_FORMAT,
                        "the payload is a capture file and not one frame; turn it into messages with footfall pcap");
            case BYTES -> {
                probes.frame(payload, "the frame");
                yield probes.result(null);
            }
            case TEXT -> text(payload, probes);
        };
    }

    private static DecodeResult text(byte[] payload, Probes probes) {
        String[] lines = new String(payload, StandardCharsets.US_ASCII).strip().split("[\\r\\n]+", -1);
        for (int i = 0; i < lines.length; i++) {
            String name = lines.length == 1 ? "the frame" : "line " + (i + 1);
            byte[] frame = FrameText.bytes(lines[i]);
            if (frame == null) {
                probes.skip(
                        name + " is neither hex nor base64; send the frame's bytes, as they are or in one of these");
            } else {
                probes.frame(frame, name);
            }
        }
        return probes.result(null);
    }

    /** The forms of a payload. */
    enum Form {
        EMPTY,
        JSON,
        CAPTURE_FILE,
        BYTES,
        TEXT;

        static Form of(byte[] payload) {
            if (isCaptureFile(payload)) {
                return CAPTURE_FILE;
            }
            for (byte b : payload) {
                if (b == '{' || b == '[' || (b & 0xff) == 0xef) {
                    return JSON;
                }
                if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                    return FrameText.isText(payload) ? TEXT : BYTES;
                }
            }
            return EMPTY;
        }

        private static boolean isCaptureFile(byte[] payload) {
            if (payload.length < 4) {
                return false;
            }
            int magic = (payload[0] & 0xff) << 24
                    | (payload[1] & 0xff) << 16
                    | (payload[2] & 0xff) << 8
                    | (payload[3] & 0xff);
            return switch (magic) {
                case 0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1, 0x0a0d0d0a -> true;
                default -> false;
            };
        }
    }
}
