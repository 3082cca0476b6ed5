package dev.footfall.drivers.paxcounter;

import dev.footfall.drivers.Message;
import dev.footfall.drivers.Topic;
import dev.footfall.drivers.json.TopLevel;
import java.nio.charset.StandardCharsets;

/** The topic tells a frame, for a handful of bytes hardly can; JSON tells itself. */
final class PaxRecogniser {
    private static final int SURE = 90;
    private static final int LIKELY = 65;
    private static final int HARDLY = 52;
    private static final int MOST = 2000;

    private PaxRecogniser() {}

    static int score(Message message) {
        if (PaxDecoder.opensObject(message.payload())) {
            return json(TopLevel.of(message.payload()));
        }
        String address = message.address();
        boolean ours = Topic.lastLevel(address).equals("paxout")
                || (Topic.levelBeforeLast(address).equals("paxout") && PaxDecoder.port(address) > 0);
        if (ours && message.payload().length <= 1024) {
            return SURE;
        }
        return looksLikeCounts(message.payload()) ? HARDLY : 0;
    }

    /** Base64 of exactly four bytes, which as counts of one cycle are not absurd. */
    private static boolean looksLikeCounts(byte[] payload) {
        String text = new String(payload, 0, Math.min(payload.length, 16), StandardCharsets.ISO_8859_1).strip();
        PaxFrame frame = text.length() == 8 && text.endsWith("==") ? PaxFrame.of(payload, PaxFrame.COUNTS) : null;
        return frame != null
                && Math.min(frame.wifi(true), frame.wifi(false)) <= MOST
                && Math.min(frame.ble(true), frame.ble(false)) <= MOST;
    }

    private static int json(TopLevel top) {
        if (top.has("pax") || (top.has("wifi") && top.has("ble"))) {
            return SURE;
        }
        boolean status = top.has("cputemp") && top.has("restarts") && top.has("uptime");
        return status ? SURE : top.has("timestatus") && top.has("port") ? LIKELY : 0;
    }
}
