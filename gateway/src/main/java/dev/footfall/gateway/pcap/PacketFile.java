package dev.footfall.gateway.pcap;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A pcap or pcapng file, plain or gzip, read packet by packet. A file that breaks off gives what came before. */
final class PacketFile implements AutoCloseable {
    private static final int NG = 0x0a0d0d0a;
    private static final int GZIP = 0x1f8b;

    private final InputStream in;
    private final Packets packets;
    private @Nullable String trouble;

    /** The two formats. */
    interface Packets {
        /** The next packet, null at the end. */
        @Nullable
        Packet next() throws IOException;
    }

    private PacketFile(InputStream in, Packets packets) {
        this.in = in;
        this.packets = packets;
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read or is no such file; the message says which, for a sentence after its name
     */
    static PacketFile open(Path path) throws IOException {
        InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
        try {
            FileBytes bytes = new FileBytes(in);
            ByteBuffer first = bytes.next(4);
            if (first == null) {
                throw new IOException("it is empty");
            }
            int magic = first.order(ByteOrder.BIG_ENDIAN).getInt(0);
            return new PacketFile(in, magic == NG ? NextGeneration.begin(bytes) : Classic.begin(magic, bytes));
        } catch (IOException e) {
            in.close();
            throw e instanceof EOFException ? new IOException("it ends within its header", e) : e;
        }
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
    }

    /** The next packet, null at the end or where the file breaks off; {@link #trouble} tells which. */
    @Nullable
    Packet next() {
        if (trouble != null) {
            return null;
        }
        try {
            return packets.next();
        } catch (IOException e) {
            trouble = String.valueOf(e.getMessage());
            return null;
        }
    }

    /** Why the file could not be read to its end, null if it could. */
    @Nullable
    String trouble() {
        return trouble;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
