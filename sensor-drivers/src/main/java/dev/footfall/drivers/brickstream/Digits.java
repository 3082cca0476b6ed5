package dev.footfall.drivers.brickstream;

/** Whole numbers as the device writes them: digits and nothing else. */
final class Digits {
    private Digits() {}

    /** True if the text is digits only, at least one and at most {@code most}. */
    static boolean only(String text, int most) {
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
