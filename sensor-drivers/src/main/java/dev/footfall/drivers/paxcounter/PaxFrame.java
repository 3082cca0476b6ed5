package dev.footfall.drivers.paxcounter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One frame of the device.
 *
 * @param port its kind: 1 counts, 2 status, 9 time; others say nothing that counts
 */
record PaxFrame(int port, byte[] bytes) {
    static final int COUNTS = 1;
    static final int STATUS = 2;
    static final int TIME = 9;
    private static final int STATUS_LENGTH = 20;
    private static final int TIME_LENGTH = 5;

    /**
     * The frame in a payload that is base64 text, or the bytes themselves; null if its length is wrong for its kind.
     *
     * @param port the topic's, 0 if it names none: the length must tell then
     */
    static @Nullable PaxFrame of(byte[] payload, int port) {
        byte[] decoded = base64(payload);
        return fitting(decoded == null ? payload : decoded, port);
    }

    private static @Nullable PaxFrame fitting(byte[] bytes, int port) {
        int kind = port == 0 ? portOf(bytes.length) : port;
        boolean fits = switch (kind) {
            case 0 -> false;
            case COUNTS -> bytes.length == 2 || bytes.length == 4;
            case STATUS -> bytes.length == STATUS_LENGTH;
            case TIME -> bytes.length == TIME_LENGTH || bytes.length == TIME_LENGTH - 1;
            default -> true;
        };
        return fits ? new PaxFrame(kind, bytes) : null;
    }

    private static int portOf(int length) {
        return switch (length) {
            case 2, 4 -> COUNTS;
            case STATUS_LENGTH -> STATUS;
            case TIME_LENGTH -> TIME;
            default -> 0;
        };
    }

    int wifi(boolean littleEndian) {
        return ordered(littleEndian).getShort(0) & 0xffff;
    }

    boolean hasBle() {
        return bytes.length >= 4;
    }

    int ble(boolean littleEndian) {
        return hasBle() ? ordered(littleEndian).getShort(2) & 0xffff : 0;
    }

    /** Seconds since the device started, −1 if that cannot be. */
    long uptimeSeconds(boolean littleEndian) {
        long uptime = ordered(littleEndian).getLong(2);
        return uptime < 0 || uptime > Integer.MAX_VALUE ? -1 : uptime;
    }

    private ByteBuffer ordered(boolean littleEndian) {
        return ByteBuffer.wrap(bytes).order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    private static byte @Nullable [] base64(byte[] payload) {
        String text = new String(payload, StandardCharsets.ISO_8859_1).strip();
        try {
            return text.length() < 4 ? null : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
