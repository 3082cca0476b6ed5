package dev.footfall.gateway.pcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** pcapng: blocks, several interfaces, each with its own link type and clock resolution. */
final class NextGeneration implements PacketFile.Packets {
    private static final int SECTION = 0x0a0d0d0a;
    private static final int BYTE_ORDER = 0x1a2b3c4d;
    private static final int INTERFACE = 1;
    private static final int OLD_PACKET = 2;
    private static final int PACKET = 6;
    private static final int LONGEST_BLOCK = 16 << 20;
    private static final int OPTION_RESOLUTION = 9;
    private static final int OPTION_OFFSET = 14;

    private final FileBytes in;
    private final List<Interface> interfaces = new ArrayList<>();

    private NextGeneration(FileBytes in) {
        this.in = in;
    }

    /** One interface: what its packets begin with, how many units of its clock a second has, and from when they count. */
    private record Interface(int linkType, long perSecond, long offsetSeconds) {
        Instant at(long units) {
            long seconds = Long.divideUnsigned(units, perSecond);
            long rest = Long.remainderUnsigned(units, perSecond);
            return Instant.ofEpochSecond(seconds + offsetSeconds, (long) (rest * (1e9 / perSecond)));
        }
    }

    /** Reads the rest of the first section's header, of which the type was read. */
    static NextGeneration begin(FileBytes in) throws IOException {
        NextGeneration file = new NextGeneration(in);
        file.section();
        return file;
    }

    @Override
    public @Nullable Packet next() throws IOException {
        while (true) {
            ByteBuffer type = in.next(4);
            if (type == null) {
                return null;
            }
            if (type.getInt(0) == SECTION) {
                section();
                continue;
            }
            Packet packet = block(type.getInt(0));
            if (packet != null) {
                return packet;
            }
        }
    }

    private void section() throws IOException {
        ByteBuffer head = in.must(8);
        int order = head.order(ByteOrder.BIG_ENDIAN).getInt(4);
        if (order != BYTE_ORDER && Integer.reverseBytes(order) != BYTE_ORDER) {
            throw new IOException("a section does not begin as it must: the file is damaged");
        }
        in.order = order == BYTE_ORDER ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        in.must(checked(head.order(in.order).getInt(0)) - 12);
        interfaces.clear();
    }

    private @Nullable Packet block(int type) throws IOException {
        int length = checked(in.must(4).getInt(0));
        ByteBuffer body = in.must(length - 8).limit(length - 12);
        return switch (type) {
            case INTERFACE -> {
                interfaces.add(described(body));
                yield null;
            }
            case PACKET -> packet(body, body.remaining() < 20 ? -1 : body.getInt(0));
            case OLD_PACKET -> packet(body, body.remaining() < 20 ? -1 : body.getShort(0) & 0xffff);
            default -> null;
        };
    }

    private static int checked(int length) throws IOException {
        if (length < 12 || length > LONGEST_BLOCK || length % 4 != 0) {
            throw new IOException("a block claims " + Integer.toUnsignedString(length) + " bytes: the file is damaged");
        }
        return length;
    }

    private @Nullable Packet packet(ByteBuffer body, int index) throws IOException {
        if (index < 0 || index >= interfaces.size()) {
            throw new IOException("a packet names an interface that is not described: the file is damaged");
        }
        Interface heard = interfaces.get(index);
        long units = Integer.toUnsignedLong(body.getInt(4)) << 32 | Integer.toUnsignedLong(body.getInt(8));
        int length = body.getInt(12);
        if (length < 0 || length > body.limit() - 20) {
            throw new IOException("a packet is longer than its block: the file is damaged");
        }
        byte[] bytes = new byte[length];
        body.get(20, bytes);
        return new Packet(heard.at(units), heard.linkType, bytes);
    }

    private static Interface described(ByteBuffer body) throws IOException {
        if (body.remaining() < 8) {
            throw new IOException("an interface is not described whole: the file is damaged");
        }
        long perSecond = 1_000_000;
        long offset = 0;
        int at = 8;
        while (at + 4 <= body.limit()) {
            int code = body.getShort(at) & 0xffff;
            int length = body.getShort(at + 2) & 0xffff;
            if (code == 0 || at + 4 + length > body.limit()) {
                break;
            }
            if (code == OPTION_RESOLUTION && length == 1) {
                perSecond = perSecond(body.get(at + 4));
            } else if (code == OPTION_OFFSET && length == 8) {
                offset = body.getLong(at + 4);
            }
            at += 4 + (length + 3) / 4 * 4;
        }
        return new Interface(body.getShort(0) & 0xffff, perSecond, offset);
    }

    private static long perSecond(byte resolution) throws IOException {
        int power = resolution & 0x7f;
        if (power > 18) {
            throw new IOException("an interface's clock has a resolution of [" + power + "], which no clock has");
        }
        return resolution < 0 ? 1L << power : (long) Math.pow(10, power);
    }
}
