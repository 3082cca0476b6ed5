package dev.footfall.gateway.pcap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Bytes of a file whose byte order its first bytes tell. */
final class FileBytes {
    private final InputStream in;

    /** The order in which numbers are written; set once it is known. */
    ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    FileBytes(InputStream in) {
        this.in = in;
    }

    /** The next bytes, null at the end of the file. */
    @Nullable
    ByteBuffer next(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length == 0 && length > 0) {
            return null;
        }
        if (bytes.length < length) {
            throw new EOFException("the file ends within a record");
        }
        return ByteBuffer.wrap(bytes).order(order);
    }

    /** The next bytes, which must be there. */
    ByteBuffer must(int length) throws IOException {
        ByteBuffer bytes = next(length);
        if (bytes == null) {
            throw new EOFException("the file ends within a record");
        }
        return bytes;
    }
}
