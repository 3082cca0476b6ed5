package dev.footfall.drivers.boschparking;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.lorawan.DecodedFields;
import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.lorawan.Report;
import dev.footfall.drivers.lorawan.Uplink;
import java.util.Set;

/** The port tells the kind: 1 change, 2 heartbeat, 3 start-up. Each holds the state; none is an arrival by itself. */
final class BoschParkingDecoder {
    private static final int START = 3;
    private static final int START_LENGTH = 17;
    private static final int LIKELY = 60;
    private static final Set<String> KINDS = Set.of("parking status", "heartbeat", "startup");

    private BoschParkingDecoder() {}

    static DecodeResult decode(Uplink uplink, DecodeContext context) {
        Report report = new Report(uplink, context);
        String bay = context.option("bay", "");
        Frame frame = uplink.frame();
        if (frame == null) {
            return uplink.object() == null ? notOurs(uplink) : object(DecodedFields.of(uplink.object()), bay, report);
        }
        if (uplink.port() > START) {
            return report.heard();
        }
        boolean start = frame.length() == START_LENGTH && (uplink.port() == START || uplink.port() < 0);
        boolean state = frame.length() >= 1 && frame.length() <= 2 && uplink.port() != START;
        if (!start && !state) {
            return notOurs(uplink);
        }
        report.bay(bay, (frame.u8(start ? START_LENGTH - 1 : 0) & 1) == 1);
        return report.result();
    }

    private static DecodeResult object(DecodedFields fields, String bay, Report report) {
        Boolean taken = fields.taken("occupied", "occupancy");
        if (taken != null) {
            report.bay(bay, taken);
        }
        Rejected problem = fields.problem();
        return problem != null ? problem : report.heard();
    }

    private static Rejected notOurs(Uplink uplink) {
        return new Rejected(
                Code.WRONG_FORMAT,
                uplink.described() + " is no TPS110's: ports 1 and 2 have 1 or 2 bytes, port 3 has 17");
    }

    static int score(Uplink uplink) {
        Frame frame = uplink.frame();
        if (frame == null) {
            DecodedFields fields = uplink.object() == null ? null : DecodedFields.of(uplink.object());
            boolean ours = fields != null && KINDS.contains(fields.text("type")) && fields.has("occupied");
            return ours ? LIKELY + 15 : 0;
        }
        // Other sensors send short frames on these ports too: only bit 0 is in use.
        return switch (uplink.port()) {
            case 1 -> frame.length() == 1 && frame.u8(0) <= 1 ? LIKELY : 0;
            case 2 -> frame.length() >= 1 && frame.length() <= 2 && frame.u8(0) <= 1 ? LIKELY : 0;
            case START ->
                frame.length() == START_LENGTH && frame.u8(15) >= 1 && frame.u8(15) <= 4 && frame.u8(16) <= 1
                        ? LIKELY
                        : 0;
            default -> 0;
        };
    }
}
