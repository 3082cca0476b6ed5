package dev.footfall.drivers.ieee802;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Frames written as text: hex with or without separators, or base64 of either alphabet, with or without padding. */
public final class FrameText {
    private FrameText() {}

    /** The bytes, null if the text is neither. Hex is meant where it could be both. */
    public static byte @Nullable [] bytes(String text) {
        String bare = text.strip();
        byte[] hex = hex(bare.startsWith("0x") || bare.startsWith("0X") ? bare.substring(2) : bare);
        return hex != null ? hex : base64(bare);
    }

    private static byte @Nullable [] hex(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && Character.digit(c, 16) >= 0) {
                digits.append(c);
            } else if (c != ':' && c != '-' && c != ' ') {
                return null;
            }
        }
        return digits.isEmpty() || digits.length() % 2 != 0
                ? null
                : HexFormat.of().parseHex(digits);
    }

    private static byte @Nullable [] base64(String text) {
        byte[] plain = text.replace('-', '+').replace('_', '/').getBytes(StandardCharsets.ISO_8859_1);
        try {
            return plain.length < 4 ? null : Base64.getDecoder().decode(plain);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** True if all bytes are printable ASCII or line ends and blanks. */
    public static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b != '\n' && b != '\r' && b != '\t' && (b < ' ' || b == 0x7f)) {
                return false;
            }
        }
        return true;
    }
}
