package dev.footfall.gateway.setup;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Size of a picture in pixels, from its headers alone; nothing is decoded. Empty for what ends before it should. */
record RasterPlan(String extension, int width, int height) {
    private static final int PNG_HEAD = 8;
    private static final int CHECKSUM = 4;
    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454E44;
    private static final int START_OF_SCAN = 0xDA;

    static Optional<RasterPlan> png(ByteBuffer in) {
        try {
            in.position(PNG_HEAD);
            RasterPlan found = null;
            for (; ; ) {
                int length = in.getInt();
                int type = in.getInt();
                int next = Math.addExact(in.position(), Math.addExact(length, CHECKSUM));
                if (type == IHDR) {
                    found = new RasterPlan("png", in.getInt(), in.getInt());
                }
                in.position(next);
                if (type == IEND) {
                    return Optional.ofNullable(found).filter(RasterPlan::isSized);
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static Optional<RasterPlan> jpeg(ByteBuffer in) {
        try {
            in.position(2);
            RasterPlan found = null;
            for (; ; ) {
                int marker = marker(in);
                int start = in.position();
                int length = in.getShort() & 0xFFFF;
                if (isFrame(marker)) {
                    in.get();
                    int height = in.getShort() & 0xFFFF;
                    found = new RasterPlan("jpg", in.getShort() & 0xFFFF, height);
                }
                in.position(start + length);
                if (marker == START_OF_SCAN) {
                    return Optional.ofNullable(found)
                            .filter(RasterPlan::isSized)
                            .filter(frame -> ends(in));
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isSized() {
        return width > 0 && height > 0;
    }

    private static int marker(ByteBuffer in) {
        if ((in.get() & 0xFF) != 0xFF) {
            throw new IllegalArgumentException("a segment must begin with its marker");
        }
        int marker = in.get() & 0xFF;
        while (marker == 0xFF) {
            marker = in.get() & 0xFF;
        }
        return marker;
    }

    /** SOF0 to SOF15 without the tables that are numbered among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean ends(ByteBuffer in) {
        for (int at = in.limit() - 2; at >= in.position(); at--) {
            if (in.get(at) == (byte) 0xFF && in.get(at + 1) == (byte) 0xD9) {
                return true;
            }
        }
        return false;
    }
}
