package dev.footfall.drivers.hkt;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.lorawan.DecodedFields;
import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.lorawan.Report;
import dev.footfall.drivers.lorawan.Uplink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Frames that begin "hkt": two bytes of head, then items of one type byte and its value, big-endian. */
final class HktDecoder {
    private static final int HEAD = 5;
    private static final int SURE = 95;
    private static final long MOST_16 = Report.BITS_16 - 1;
    private static final long MOST_32 = Report.BITS_32 - 1;

    private HktDecoder() {}

    static DecodeResult decode(Uplink uplink, DecodeContext context) {
        Report report = new Report(uplink, context);
        Frame frame = uplink.frame();
        if (frame != null && isHkt(frame)) {
            return frame(frame, report);
        }
        if (uplink.object() == null || frame != null) {
            return new Rejected(Code.WRONG_FORMAT, uplink.described() + " is no HKT counter's: it must begin 68 6b 74");
        }
        return object(DecodedFields.of(uplink.object()), report);
    }

    private static DecodeResult frame(Frame frame, Report report) {
        List<String> remarks = new ArrayList<>();
        int at = HEAD;
        while (at < frame.length()) {
            int type = frame.u8(at);
            int length = length(type);
            if (length < 0 || at + 1 + length > frame.length()) {
                report.skip(
                        Code.WRONG_VALUE,
                        String.format(
                                Locale.ROOT,
                                length < 0
                                        ? "item %02x at byte %d is not known and ends the reading"
                                        : "item %02x at byte %d is cut short",
                                type,
                                at));
                return report.result();
            }
            item(frame, type, at + 1, report, remarks);
            at += 1 + length;
        }
        return report.heard(remarks.toArray(String[]::new));
    }

    private static void item(Frame frame, int type, int at, Report report, List<String> remarks) {
        switch (type) {
            case 0x03 -> report.battery(frame.u8(at));
            case 0x07 -> {
                report.interval("", frame.u16(at), frame.u16(at + 2));
                report.total("", frame.u32(at + 4), frame.u32(at + 8), Report.BITS_32);
            }
            case 0x83 -> {
                if (frame.u8(at) != 0) {
                    remarks.add("the device reports an infrared error");
                }
            }
            default -> {}
        }
    }

    private static int length(int type) {
        return switch (type) {
            case 0x03, 0x04, 0x83, 0x84 -> 1;
            case 0x01, 0x05, 0x06, 0x86 -> 2;
            case 0x07 -> 12;
            default -> -1;
        };
    }

    private static DecodeResult object(DecodedFields fields, Report report) {
        report.battery(fields.count(100, "batterylevel", "battery"));
        long in = fields.count(MOST_16, "countera");
        long out = fields.count(MOST_16, "counterb");
        if (in >= 0 && out >= 0) {
            report.interval("", in, out);
        }
        long totalIn = fields.count(MOST_32, "abscounta");
        long totalOut = fields.count(MOST_32, "abscountb");
        if (totalIn >= 0 && totalOut >= 0) {
            report.total("", totalIn, totalOut, Report.BITS_32);
        }
        Rejected problem = fields.problem();
        if (problem != null) {
            report.skip(problem);
            return report.result();
        }
        return report.heard();
    }

    static int score(Uplink uplink) {
        if (uplink.frame() != null) {
            return isHkt(uplink.frame()) ? SURE : 0;
        }
        DecodedFields fields = uplink.object() == null ? null : DecodedFields.of(uplink.object());
        return fields != null && fields.has("abscounta") && fields.has("abscountb") ? 85 : 0;
    }

    private static boolean isHkt(Frame frame) {
        return frame.startsWith('h', 'k', 't') && frame.length() > HEAD;
    }
}
