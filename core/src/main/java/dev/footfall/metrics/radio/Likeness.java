package dev.footfall.metrics.radio;

/**
 * Whether two fingerprints can be of one radio. A fingerprint is eight fields of eight bits, 0 where the frame has none; from
 * the lowest: HT capabilities, extended capabilities, vendor elements, rates, extended rates, VHT capabilities, HE
 * capabilities, list of elements.
 *
 * <p>A phone changes what it tells with the channel, the mode of its scan, and the networks it looks for; it cannot change
 * its radio. So rates, VHT and HE must not differ where both tell them. What the software says may: in full if the
 * hardware is told in detail and agrees, else in two fields while the list of elements stays.
 */
final class Likeness {
    private static final int FIELDS = 8;
    private static final int ALLOWED_DIFFERENT = 2;
    private static final long RATES = 0x0000_00ff_ff00_0000L;
    private static final long HT = 0xffL;
    private static final long VHT = 0xffL << 40;
    private static final long HE = 0xffL << 48;
    private static final long LIST = 0xffL << 56;
    private static final long HARDWARE = RATES | HT | VHT | HE;

    private Likeness() {}

    /** True if one radio can have sent both. */
    static boolean alike(long one, long other) {
        return isDetailed(one) && hardware(one) == hardware(other) || layout(one) == layout(other) && near(one, other);
    }

    /** What must agree where the hardware is told in detail. */
    static long hardware(long fingerprint) {
        return fingerprint & HARDWARE;
    }

    /** What must agree in any case where it is not. */
    static long layout(long fingerprint) {
        return fingerprint & (RATES | LIST);
    }

    /** True if VHT or HE capabilities are told, which hardly two models share. */
    static boolean isDetailed(long fingerprint) {
        return (fingerprint & (VHT | HE)) != 0;
    }

    /** True if at most two fields differ, and none in which both tell their radio. */
    static boolean near(long one, long other) {
        long different = one ^ other;
        return !conflict(one, other, VHT) && !conflict(one, other, HE) && count(different) <= ALLOWED_DIFFERENT;
    }

    private static boolean conflict(long one, long other, long field) {
        return (one & field) != 0 && (other & field) != 0 && ((one ^ other) & field) != 0;
    }

    /** How many fields agree. */
    static int agreeing(long one, long other) {
        return FIELDS - count(one ^ other);
    }

    private static int count(long different) {
        int fields = 0;
        for (int i = 0; i < FIELDS; i++) {
            fields += (different >>> 8 * i & 0xff) == 0 ? 0 : 1;
        }
        return fields;
    }
}
