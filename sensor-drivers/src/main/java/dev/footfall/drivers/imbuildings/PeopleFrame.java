package dev.footfall.drivers.imbuildings;

import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.lorawan.Report;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a people counter, big-endian. The fields are counted from its end, for the same values come with a head (type,
 * variant, device id) and, on ports 26 and 27, without one.
 */
final class PeopleFrame {
    private final Frame frame;
    private final int variant;
    private final boolean head;

    private PeopleFrame(Frame frame, int variant, boolean head) {
        this.frame = frame;
        this.variant = variant;
        this.head = head;
    }

    /** Null if it is none, or its length is not the variant's. */
    static @Nullable PeopleFrame of(Frame frame, int port) {
        if (frame.startsWith(2) && frame.length() > 2) {
            int variant = frame.u8(1);
            return frame.length() == length(variant) ? new PeopleFrame(frame, variant, true) : null;
        }
        boolean six = port == 26 && frame.length() == 13;
        boolean seven = port == 27 && frame.length() == 5;
        return six || seven ? new PeopleFrame(frame, six ? 6 : 7, false) : null;
    }

    private static int length(int variant) {
        return switch (variant) {
            case 0x02 -> 15;
            case 0x03 -> 17;
            case 0x04 -> 24;
            case 0x05 -> 19;
            case 0x06 -> 23;
            case 0x07 -> 18;
            case 0x08 -> 14;
            default -> -1;
        };
    }

    void say(Report report) {
        String id = head ? ImBuildingsDecoder.id(frame, 2, variant <= 4 ? 6 : 8) : null;
        if (id != null) {
            report.device(id);
        }
        int end = frame.length();
        switch (variant) {
            case 2 -> report.interval("", frame.u8(end - 3), frame.u8(end - 2));
            case 3, 4 -> report.interval("", frame.u16(end - 5), frame.u16(end - 3));
            case 5 -> report.interval("", frame.u16(end - 6), frame.u16(end - 4));
            case 6 -> everything(report, id, end);
            case 7 -> report.total("", frame.u16(end - 4), frame.u16(end - 2), Report.BITS_16);
            default -> {}
        }
        if ((status(end) & 0x80) != 0) {
            report.skip(Code.WRONG_VALUE, "the infrared beam is blocked: nobody is counted until it is free");
        }
    }

    /** The payload counter is 8 bits long; with the totals it tells a repeat from a frame 256 reports later. */
    private void everything(Report report, @Nullable String id, int end) {
        int totalA = frame.u16(end - 5);
        int totalB = frame.u16(end - 3);
        if (id != null) {
            report.key(id + "|" + frame.u8(end - 1) + "|" + totalA + "|" + totalB);
        }
        report.interval("", frame.u16(end - 10), frame.u16(end - 8));
        report.total("", totalA, totalB, Report.BITS_16);
    }

    private int status(int end) {
        return switch (variant) {
            case 5 -> frame.u8(end - 2);
            case 6 -> frame.u8(end - 6);
            case 7 -> frame.u8(end - 5);
            default -> frame.u8(end - 1);
        };
    }
}
