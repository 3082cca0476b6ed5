package dev.footfall.drivers.parametric;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.lorawan.DecodedFields;
import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.lorawan.Report;
import dev.footfall.drivers.lorawan.Uplink;

/** Application frames (port 14) in their extended and short forms; configuration frames (port 190) are heard. */
final class Pcr2Decoder {
    private static final int PORT = 14;
    private static final int CONFIGURATION_PORT = 190;
    private static final int SURE = 92;
    private static final int LIKELY = 75;
    private static final long MOST_16 = Report.BITS_16 - 1;

    private Pcr2Decoder() {}

    static DecodeResult decode(Uplink uplink, DecodeContext context) {
        Report report = new Report(uplink, context);
        Frame frame = uplink.frame();
        if (frame != null && isConfiguration(frame, uplink.port())) {
            return report.heard();
        }
        if (frame != null && isExtended(frame)) {
            report.interval("", frame.u16(3), frame.u16(5));
            report.total("", frame.u16(7), frame.u16(9), Report.BITS_16);
            return report.result();
        }
        if (frame != null && isShort(frame)) {
            report.interval("", frame.u16(1), frame.u16(4));
            return report.result();
        }
        JsonNode object = uplink.object();
        if (object != null) {
            return object(DecodedFields.of(object), report, uplink);
        }
        return notOurs(uplink);
    }

    private static DecodeResult object(DecodedFields fields, Report report, Uplink uplink) {
        if (!fields.has("ltr", "ltrsum")) {
            return uplink.device() != null && uplink.frame() == null ? report.heard() : notOurs(uplink);
        }
        long in = fields.count(MOST_16, "ltr");
        long out = fields.count(MOST_16, "rtl");
        if (in >= 0 && out >= 0) {
            report.interval("", in, out);
        }
        long totalIn = fields.count(MOST_16, "ltrsum");
        long totalOut = fields.count(MOST_16, "rtlsum");
        if (totalIn >= 0 && totalOut >= 0) {
            report.total("", totalIn, totalOut, Report.BITS_16);
        }
        Rejected problem = fields.problem();
        if (problem != null) {
            report.skip(problem);
        }
        return report.result();
    }

    private static Rejected notOurs(Uplink uplink) {
        return new Rejected(
                DecodeResult.Code.WRONG_FORMAT,
                uplink.described() + " is no PCR2's: it must begin be 01 and a version of at least 3, or 0a");
    }

    static int score(Uplink uplink) {
        Frame frame = uplink.frame();
        boolean port = uplink.port() == PORT || uplink.port() < 0;
        if (frame != null && (isExtended(frame) || isConfiguration(frame, uplink.port()))) {
            return SURE;
        }
        if (frame != null && isShort(frame) && port) {
            return LIKELY;
        }
        DecodedFields fields = uplink.object() == null ? null : DecodedFields.of(uplink.object());
        return fields != null && fields.has("ltr", "ltrsum") && fields.has("rtl", "rtlsum") ? SURE : 0;
    }

    /** Version 3 has a battery gauge of one byte, later ones a voltage of two; the counts lie in the same place. */
    private static boolean isExtended(Frame frame) {
        return frame.startsWith(0xBE, 0x01)
                && frame.length() >= 16
                && frame.length() == (frame.u8(2) == 3 ? 16 : 17)
                && frame.u8(2) >= 3;
    }

    /** Tags 0a and 16, each with a 16-bit count, and tag 01 with the temperature. */
    private static boolean isShort(Frame frame) {
        boolean counts = frame.length() >= 6 && frame.u8(0) == 0x0A && frame.u8(3) == 0x16;
        return counts && (frame.length() == 6 || (frame.length() == 9 && frame.u8(6) == 0x01));
    }

    private static boolean isConfiguration(Frame frame, int port) {
        boolean marked = frame.startsWith(0xBE, 0x01) && frame.length() >= 20;
        return marked || (port == CONFIGURATION_PORT && frame.length() == 14);
    }
}
