package dev.footfall.drivers.ieee802;

import java.util.Arrays;

/**
 * Which bits of a capabilities element say what a radio is. The others say how it is used at the moment: with how many
 * antennas (it saves power with fewer: supported MCS sets, streams for beamforming) and whether 40 MHz channels disturb it.
 * One address is seen to change them.
 */
final class HardwareBits {
    private static final byte ALL = (byte) 0xff;
    private static final byte NOT_FORTY_MHZ_INTOLERANT = (byte) 0xbf;
    private static final byte NOT_STREAMS_FOR_BEAMFORMING = 0x1f;

    private HardwareBits() {}

    /** Of HT capabilities: without the intolerance and the MCS set. */
    static byte[] ofHt() {
        byte[] mask = allBut(3, 19);
        mask[1] = NOT_FORTY_MHZ_INTOLERANT;
        return mask;
    }

    /** Of VHT capabilities: without the beamformee's streams and the MCS sets. */
    static byte[] ofVht() {
        byte[] mask = allBut(4, 12);
        mask[1] = NOT_STREAMS_FOR_BEAMFORMING;
        return mask;
    }

    /** Of HE capabilities with the extension's id before them: without the MCS sets up to 80 MHz. */
    static byte[] ofHe() {
        return allBut(18, 22);
    }

    /** Bytes after the end of a mask count in full. */
    private static byte[] allBut(int from, int end) {
        byte[] mask = new byte[end];
        Arrays.fill(mask, 0, from, ALL);
        return mask;
    }
}
