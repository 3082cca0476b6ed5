package dev.footfall.drivers.pipiot;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.lorawan.DecodedFields;
import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.lorawan.Report;
import dev.footfall.drivers.lorawan.Uplink;

/** The accumulator of a frame; its bins hold the same people again, by time. */
final class PipiotDecoder {
    private static final int STANDARD = 0;
    private static final int WITH_TEMPERATURE = 1;
    private static final int TEST = 2;
    private static final int ALERT = 3;
    private static final int ENVELOPED = 53;
    private static final int BARE = 58;

    private PipiotDecoder() {}

    static DecodeResult decode(Uplink uplink, DecodeContext context) {
        Report report = new Report(uplink, context);
        Frame frame = uplink.frame();
        if (frame == null && uplink.object() != null) {
            return object(DecodedFields.of(uplink.object()), report);
        }
        int kind = frame == null ? -1 : kind(frame);
        if (frame == null || kind < 0) {
            return new Rejected(
                    Code.WRONG_FORMAT,
                    uplink.described() + " is no People Sense measurement of 12 bytes, or 8 for an alert");
        }
        if (kind != TEST) {
            report.breaks(frame.u16(2), Report.BITS_16);
        }
        int flags = kind == STANDARD
                ? frame.u8(11)
                : kind == WITH_TEMPERATURE ? frame.u8(10) : frame.u8(frame.length() - 2);
        return kind != TEST && (flags & 2) != 0
                ? report.heard("the device reports a fault of its proximity sensor")
                : report.heard();
    }

    private static DecodeResult object(DecodedFields fields, Report report) {
        long count = fields.count(Report.BITS_16 - 1, "peoplecount");
        if (count >= 0) {
            report.breaks(count, Report.BITS_16);
        }
        Rejected problem = fields.problem();
        return problem != null ? problem : report.heard();
    }

    static int score(Uplink uplink) {
        Frame frame = uplink.frame();
        if (frame == null) {
            DecodedFields fields = uplink.object() == null ? null : DecodedFields.of(uplink.object());
            return fields != null && fields.has("peoplecount") && fields.has("peoplecountbin1") ? 85 : 0;
        }
        int kind = kind(frame);
        if (kind != STANDARD && kind != WITH_TEMPERATURE) {
            return 0;
        }
        boolean battery = frame.u8(1) >= 40 && frame.u8(1) <= 200;
        return !battery || !addsUp(frame, kind) ? 0 : uplink.device() == null ? BARE : ENVELOPED;
    }

    /** The bins are the accumulator's last hours: they cannot hold more than it, unless it has wrapped. */
    private static boolean addsUp(Frame frame, int kind) {
        int sum = 0;
        int bins = kind == STANDARD ? 6 : 5;
        for (int bin = 0; bin < bins; bin++) {
            int bit = 32 + 10 * bin;
            int at = bit / 8;
            sum += frame.u16(at) >> (6 - bit % 8) & 0x3FF;
        }
        return sum <= frame.u16(2) || frame.u16(2) < 1024;
    }

    /** The first bit is set in answers to commands; the next three are the kind, the rest is reserved. */
    private static int kind(Frame frame) {
        if (frame.length() < 2 || (frame.u8(0) & 0x8F) != 0) {
            return -1;
        }
        int kind = frame.u8(0) >> 4;
        int length = switch (kind) {
            case STANDARD, WITH_TEMPERATURE -> 12;
            case TEST -> frame.length();
            case ALERT -> 8;
            default -> -1;
        };
        return frame.length() == length ? kind : -1;
    }
}
