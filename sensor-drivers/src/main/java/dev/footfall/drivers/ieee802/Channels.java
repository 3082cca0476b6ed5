package dev.footfall.drivers.ieee802;

/** Radio channels and their frequencies. */
public final class Channels {
    private Channels() {}

    /** The channel on a frequency in MHz, 0 if none is. */
    public static int ofFrequency(int megahertz) {
        if (megahertz >= 2412 && megahertz <= 2472) {
            return (megahertz - 2407) / 5;
        }
        if (megahertz == 2484) {
            return 14;
        }
        if (megahertz >= 5000 && megahertz <= 5900) {
            return (megahertz - 5000) / 5;
        }
        return megahertz >= 5955 && megahertz <= 7115 ? (megahertz - 5950) / 5 : 0;
    }
}
