package dev.footfall.drivers.paxcounterlorawan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.lorawan.DecodedFields;
import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.lorawan.Report;
import dev.footfall.drivers.lorawan.Uplink;

/** Port 1 has the counts, alone, before or after a position; the length tells which. Other ports are heard. */
final class PaxcounterLorawanDecoder {
    private static final int COUNTS_PORT = 1;
    private static final int LIKELY = 56;
    private static final int DECODED = 80;
    private static final long MOST = Report.BITS_16 - 1;

    private PaxcounterLorawanDecoder() {}

    static DecodeResult decode(Uplink uplink, DecodeContext context) {
        Report report = new Report(uplink, context);
        boolean cumulative = context.option("counter-mode", "cyclic").equals("cumulative");
        Frame frame = uplink.frame();
        JsonNode object = uplink.object();
        if (frame == null) {
            return object == null ? notOurs(uplink) : object(DecodedFields.of(object), cumulative, report);
        }
        if (uplink.port() > COUNTS_PORT) {
            return report.heard();
        }
        int at = countsAt(frame.length());
        if (at < 0) {
            return notOurs(uplink);
        }
        boolean little = context.option("encoder", "packed").equals("packed");
        boolean ble = hasBle(frame.length());
        counts(number(frame, at, little), ble ? number(frame, at + 2, little) : -1, cumulative, report);
        return report.result();
    }

    private static DecodeResult object(DecodedFields fields, boolean cumulative, Report report) {
        long wifi = fields.count(MOST, "wifi");
        long ble = fields.count(MOST, "ble");
        counts(wifi, ble, cumulative, report);
        Rejected problem = fields.problem();
        return problem != null ? problem : report.heard();
    }

    /** Both radios and their sum. Each is a figure of its own; they are not to be added. */
    private static void counts(long wifi, long ble, boolean cumulative, Report report) {
        if (wifi >= 0) {
            say("wifi", wifi, cumulative, report);
        }
        if (ble >= 0) {
            say("ble", ble, cumulative, report);
        }
        if (wifi >= 0 || ble >= 0) {
            say("pax", Math.max(0, wifi) + Math.max(0, ble), cumulative, report);
        }
    }

    /** Devices in range now; or all since the start, which is a counter without direction. */
    private static void say(String radio, long count, boolean cumulative, Report report) {
        if (cumulative) {
            report.breaks(radio, count, radio.equals("pax") ? 0 : Report.BITS_16);
        } else {
            report.level(radio, count);
        }
    }

    private static Rejected notOurs(Uplink uplink) {
        return new Rejected(
                Code.WRONG_FORMAT,
                uplink.described()
                        + " has no counts of a Paxcounter: they come on port 1 in 2, 4, 8, 10, 12, 15 or 17 bytes");
    }

    static int score(Uplink uplink) {
        DecodedFields fields = uplink.object() == null ? null : DecodedFields.of(uplink.object());
        if (fields != null && uplink.device() != null && fields.has("wifi") && fields.has("pax")) {
            return DECODED;
        }
        Frame frame = uplink.frame();
        // Two numbers look like anything: only the usual lengths on the usual port.
        boolean counts = frame != null && uplink.port() == COUNTS_PORT && (frame.length() == 2 || frame.length() == 4);
        return counts ? LIKELY : 0;
    }

    private static int number(Frame frame, int at, boolean little) {
        return little ? frame.u16le(at) : frame.u16(at);
    }

    /** Where the counts begin: a position of 8 bytes goes before them in two lengths. */
    private static int countsAt(int length) {
        return switch (length) {
            case 2, 4, 8, 15, 17 -> 0;
            case 10, 12 -> 8;
            default -> -1;
        };
    }

    private static boolean hasBle(int length) {
        return length == 4 || length == 8 || length == 12 || length == 17;
    }
}
