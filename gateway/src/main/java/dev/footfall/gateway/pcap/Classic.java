package dev.footfall.gateway.pcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The older format: one link type, records of seconds and a fraction. */
final class Classic implements PacketFile.Packets {
    /** No frame on the air is longer; a record that claims to be is the sign of a damaged file. */
    static final int LONGEST = 256 * 1024;

    private static final int MICROS = 0xa1b2c3d4;
    private static final int NANOS = 0xa1b23c4d;

    private final FileBytes in;
    private final int linkType;
    private final boolean nanos;

    private Classic(FileBytes in, int linkType, boolean nanos) {
        this.in = in;
        this.linkType = linkType;
        this.nanos = nanos;
    }

    /** Reads the rest of the header. */
    static Classic begin(int magic, FileBytes in) throws IOException {
        int swapped = Integer.reverseBytes(magic);
        boolean big = magic == MICROS || magic == NANOS;
        if (!big && swapped != MICROS && swapped != NANOS) {
            throw new IOException("it is neither pcap nor pcapng");
        }
        in.order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int linkType = in.must(20).getInt(16) & 0xffff;
        return new Classic(in, linkType, magic == NANOS || swapped == NANOS);
    }

    @Override
    public @Nullable Packet next() throws IOException {
        ByteBuffer header = in.next(16);
        if (header == null) {
            return null;
        }
        int length = header.getInt(8);
        if (length < 0 || length > LONGEST) {
            throw new IOException(
                    "a record claims " + Integer.toUnsignedString(length) + " bytes: the file is damaged");
        }
        long fraction = Integer.toUnsignedLong(header.getInt(4));
        Instant at =
                Instant.ofEpochSecond(Integer.toUnsignedLong(header.getInt(0)), nanos ? fraction : fraction * 1000);
        return new Packet(at, linkType, in.must(length).array());
    }
}
