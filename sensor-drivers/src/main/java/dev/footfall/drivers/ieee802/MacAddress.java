package dev.footfall.drivers.ieee802;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 48-bit hardware addresses in their one form inside the gateway: twelve lower-case hex digits. */
public final class MacAddress {
    private static final int DIGITS = 12;

    private MacAddress() {}

    /** Twelve lower-case hex digits, or null if the text is no address. Colons, dashes and dots are taken out. */
    public static @Nullable String normalise(String text) {
        byte[] hex = new byte[DIGITS];
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '-' || c == '.') {
                continue;
            }
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0 || found == DIGITS) {
                return null;
            }
            hex[found++] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
        }
        return found == DIGITS ? new String(hex, StandardCharsets.ISO_8859_1) : null;
    }

    /** Two to twelve hex digits with which addresses begin, null if the text is nothing of the kind. */
    static @Nullable String beginning(String text) {
        String digits = text.replaceAll("[:.-]", "").toLowerCase(Locale.ROOT);
        return digits.matches("[0-9a-f]{2,12}") ? digits : null;
    }

    /** The address in six bytes. */
    static String of(byte[] bytes, int at) {
        return HexFormat.of().formatHex(bytes, at, at + DIGITS / 2);
    }

    /**
     * True if a normalised address can be a sender's: neither empty nor everybody's. A set group bit is let pass: no radio
     * sends with it, but recordings whose addresses were replaced by random ones are full of it.
     */
    public static boolean isOneDevice(String normalised) {
        return !normalised.equals("000000000000") && !normalised.equals("ffffffffffff");
    }

    /** True if a normalised address is locally administered: a phone hiding itself. */
    public static boolean isLocallyAdministered(String normalised) {
        return (Character.digit(normalised.charAt(1), 16) & 2) != 0;
    }
}
