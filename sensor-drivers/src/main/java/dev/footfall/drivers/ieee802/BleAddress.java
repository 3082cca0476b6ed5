package dev.footfall.drivers.ieee802;

/** Bluetooth LE addresses, whose kind is in their two highest bits and not where 802 addresses have it. */
public final class BleAddress {
    private static final int STATIC_RANDOM = 3;

    private BleAddress() {}

    /** True if an address known to be random changes every few minutes; a static random one stays until the battery dies. */
    public static boolean isPrivate(String normalised) {
        return highBits(normalised) != STATIC_RANDOM;
    }

    /**
     * True if an address of unknown kind cannot be a maker's: a maker's is neither a group's nor locally administered. False
     * leaves it open.
     */
    public static boolean looksRandom(String normalised) {
        return (Character.digit(normalised.charAt(1), 16) & 3) != 0 && isPrivate(normalised);
    }

    private static int highBits(String normalised) {
        return Character.digit(normalised.charAt(0), 16) >> 2;
    }
}
