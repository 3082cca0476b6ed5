package dev.footfall.drivers.lorawan;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A sensor's frame: bytes, read at an index that the caller knows to be inside. Immutable. */
public final class Frame {
    private final byte[] bytes;

    private Frame(byte[] bytes) {
        this.bytes = bytes;
    }

    /** These bytes, which nobody changes any more. */
    static Frame of(byte[] bytes) {
        return new Frame(bytes);
    }

    /** Hex digits in any case, blanks between them allowed; null for anything else. */
    public static @Nullable Frame hex(String text) {
        String digits = text.chars().anyMatch(Character::isWhitespace) ? text.replaceAll("\\s", "") : text;
        try {
            return new Frame(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Base64 of the usual or the URL alphabet; null for anything else. */
    static @Nullable Frame base64(String text) {
        try {
            return new Frame(
                    Base64.getDecoder().decode(text.strip().replace('-', '+').replace('_', '/')));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public int length() {
        return bytes.length;
    }

    public int u8(int at) {
        return bytes[at] & 0xFF;
    }

    /** Big-endian. */
    public int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    /** Big-endian. */
    public long u32(int at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** Little-endian. */
    public int u16le(int at) {
        return u8(at + 1) << 8 | u8(at);
    }

    /** Little-endian. */
    public long u32le(int at) {
        return (long) u16le(at + 2) << 16 | u16le(at);
    }

    /** True if the frame begins with these bytes. */
    public boolean startsWith(int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if (u8(i) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /** Part of the frame as lower-case hex digits, for serial numbers. */
    public String hex(int from, int length) {
        return HexFormat.of().formatHex(bytes, from, from + length);
    }
}
