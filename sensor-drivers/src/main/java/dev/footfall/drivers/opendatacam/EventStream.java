package dev.footfall.drivers.opendatacam;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Server-sent events: what a script reads from the tracker's stream and passes on, with {@code data:} before the JSON. */
final class EventStream {
    private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);

    private EventStream() {}

    /** The JSON of the last event; the payload itself if it is no event stream. */
    static byte[] lastEvent(byte[] payload) {
        if (!startsAt(payload, 0)) {
            return payload;
        }
        int start = 0;
        for (int i = 1; i < payload.length; i++) {
            if (payload[i - 1] == '\n' && startsAt(payload, i)) {
                start = i;
            }
        }
        return Arrays.copyOfRange(payload, start + DATA.length, payload.length);
    }

    private static boolean startsAt(byte[] payload, int at) {
        return payload.length - at >= DATA.length && Arrays.equals(payload, at, at + DATA.length, DATA, 0, DATA.length);
    }
}
