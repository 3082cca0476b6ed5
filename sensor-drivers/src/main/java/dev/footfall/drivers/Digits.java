package dev.footfall.drivers;

/** Whole numbers as devices write them where nothing else is a number: ASCII digits only. */
public final class Digits {
    private Digits() {}

    /** True if the text is digits only, at least one and at most {@code most}. */
    public static boolean only(String text, int most) {
        if (text.isEmpty() || text.length() > most) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
