package dev.footfall.metrics.radio;

import java.util.HashMap;
import java.util.Map;

/**
 * The kinds of radio heard on one day and the device that stands for each, at most {@value #MOST} of them: far more than there
 * are models, so frames made up to be new each time cost no more memory.
 *
 * <p>A fingerprint is eight fields of eight bits, 0 where the frame has none; from the lowest: HT capabilities, extended
 * capabilities, vendor elements, rates, extended rates, VHT capabilities, HE capabilities, and which elements there are. A
 * phone changes what its software tells with the channel, the kind of scan and the networks it looks for; it cannot change
 * its radio. So a kind is rates, HT, VHT and HE; where a frame tells neither VHT nor HE, that is too little, and which
 * elements there are must be the same too.
 */
final class Kinds {
    private static final int MOST = 1 << 16;
    private static final long RATES = 0x0000_00ff_ff00_0000L;
    private static final long HT = 0xffL;
    private static final long VHT_AND_HE = 0xffffL << 40;
    private static final long LIST = 0xffL << 56;
    private static final long HARDWARE = RATES | HT | VHT_AND_HE;

    private final Map<Long, Integer> devices = new HashMap<>();

    /** What two fingerprints share if one radio can have sent both. */
    static long of(long fingerprint) {
        boolean detailed = (fingerprint & VHT_AND_HE) != 0;
        return fingerprint & (detailed ? HARDWARE : HARDWARE | LIST);
    }

    /** The device of the fingerprint's kind, from now on {@code newcomer} if the kind is new; −1 if there are too many. */
    int deviceOf(long fingerprint, int newcomer) {
        long kind = of(fingerprint);
        Integer known = devices.get(kind);
        if (known != null) {
            return known;
        }
        if (devices.size() >= MOST) {
            return -1;
        }
        devices.put(kind, newcomer);
        return newcomer;
    }
}
