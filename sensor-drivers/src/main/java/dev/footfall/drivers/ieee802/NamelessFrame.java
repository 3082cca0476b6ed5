package dev.footfall.drivers.ieee802;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A probe request made fit to be kept: another address for the sender's, no receiver, no names of networks, no serial
 * numbers. Its fingerprint and sequence number stay.
 */
public final class NamelessFrame {
    private static final byte PROBE_REQUEST = 0x40;
    private static final int ADDRESS = 6;

    private NamelessFrame() {}

    /**
     * The frame without radiotap header and checksum.
     *
     * @param bytes a frame that {@link ProbeRequest#in} finds to be a probe request
     * @param address twelve hex digits to stand for the sender
     * @throws IllegalArgumentException if it is no probe request
     */
    public static byte[] of(byte[] bytes, String address) {
        ManagementFrame frame = ManagementFrame.in(bytes);
        if (frame == null || !frame.isProbeRequest()) {
            throw new IllegalArgumentException("the bytes are no probe request");
        }
        byte[] sender = Arrays.copyOfRange(bytes, frame.start() + 10, frame.start() + 16);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.writeBytes(new byte[] {PROBE_REQUEST, 0, 0, 0});
        everybody(out);
        out.writeBytes(HexFormat.of().parseHex(address));
        everybody(out);
        out.write(bytes[frame.start() + 22]);
        out.write(bytes[frame.start() + 23]);
        elements(frame, sender, out);
        return out.toByteArray();
    }

    /**
     * The frame with its radiotap header, which tells how it was received and not who sent it. Where a checksum was are
     * zeros: receivers said whether it was right, and nobody reckons it again.
     *
     * @param address as for {@link #of}
     * @throws IllegalArgumentException if it is no probe request
     */
    public static byte[] whole(byte[] bytes, String address) {
        byte[] nameless = of(bytes, address);
        ManagementFrame frame = ManagementFrame.in(bytes);
        int header = frame == null ? 0 : frame.start();
        int checksum = frame == null ? 0 : bytes.length - frame.end();
        ByteArrayOutputStream out = new ByteArrayOutputStream(header + nameless.length + checksum);
        out.write(bytes, 0, header);
        out.writeBytes(nameless);
        out.writeBytes(new byte[checksum]);
        return out.toByteArray();
    }

    private static void everybody(ByteArrayOutputStream out) {
        for (int i = 0; i < ADDRESS; i++) {
            out.write(0xff);
        }
    }

    private static void elements(ManagementFrame frame, byte[] sender, ByteArrayOutputStream out) {
        byte[] bytes = frame.bytes();
        int at = frame.elements();
        while (at + 2 <= frame.end()) {
            int body = at + 2;
            int next = body + (bytes[at + 1] & 0xff);
            if (next > frame.end()) {
                break;
            }
            byte[] kept = Arrays.copyOfRange(bytes, body, Elements.kept(bytes[at] & 0xff, bytes, body, next));
            blank(kept, sender);
            out.write(bytes[at]);
            out.write(kept.length);
            out.writeBytes(kept);
            at = next;
        }
    }

    /** Zeroes the sender's address, and those of its other radios, which differ in the first or last byte. */
    private static void blank(byte[] body, byte[] sender) {
        for (int i = 0; i + ADDRESS <= body.length; i++) {
            if (Arrays.equals(body, i + 1, i + ADDRESS - 1, sender, 1, ADDRESS - 1)) {
                Arrays.fill(body, i, i + ADDRESS, (byte) 0);
            }
        }
    }
}
