package dev.footfall.drivers;

/** Wording of refusals: what, which value, what to do. Values are cut and cleaned, for they came from outside. */
public final class Reason {
    private static final int SHOWN = 40;

    private Reason() {}

    /** For example {@code in [-1] must be a whole number from 0 to 2147483647}. Never call it with an identity in clear. */
    public static String of(String key, String value, String rule) {
        return key + " [" + shown(value) + "] " + rule;
    }

    /** At most forty printable characters of a value from outside. */
    public static String shown(String value) {
        StringBuilder text = new StringBuilder(SHOWN + 1);
        int end = Math.min(value.length(), SHOWN);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            text.append(c < ' ' || c == 0x7f || Character.isSurrogate(c) ? '?' : c);
        }
        return value.length() > SHOWN ? text.append('…').toString() : text.toString();
    }
}
