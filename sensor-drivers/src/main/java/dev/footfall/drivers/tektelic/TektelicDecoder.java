package dev.footfall.drivers.tektelic;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.lorawan.DecodedFields;
import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.lorawan.Report;
import dev.footfall.drivers.lorawan.TagList;
import dev.footfall.drivers.lorawan.Uplink;

/** The two-byte tags of Smart Room sensors (port 10); of them, motion. */
final class TektelicDecoder {
    private static final int PORT = 10;
    private static final int CONFIGURATION_PORT = 100;
    private static final int MOTION = 0x0A00;
    private static final int SURE = 90;
    private static final int LIKELY = 62;

    private TektelicDecoder() {}

    static DecodeResult decode(Uplink uplink, DecodeContext context) {
        Report report = new Report(uplink, context);
        Frame frame = uplink.frame();
        if (frame == null) {
            return object(uplink, report);
        }
        if (uplink.port() == CONFIGURATION_PORT) {
            return report.heard();
        }
        TagList tags = TagList.of(frame, 2, TektelicDecoder::length);
        Integer at = tags.at(MOTION);
        if (tags.values().isEmpty()) {
            return notOurs(uplink);
        }
        if (at != null) {
            motion(frame.u8(at), report);
        }
        if (!tags.complete()) {
            report.skip(Code.WRONG_VALUE, uplink.described() + " holds a value that is not known, or ends inside one");
            return report.result();
        }
        return report.heard();
    }

    private static void motion(int state, Report report) {
        if (state == 0 || state == 0xFF) {
            report.level("presence", state == 0 ? 0 : 1);
        } else {
            report.skip(Code.WRONG_VALUE, "motion [" + state + "] must be 255 (motion) or 0 (none)");
        }
    }

    private static DecodeResult object(Uplink uplink, Report report) {
        if (uplink.object() == null) {
            return notOurs(uplink);
        }
        DecodedFields fields = DecodedFields.of(uplink.object());
        Boolean motion = fields.taken("motion", "occupancy", "occupied");
        if (motion != null) {
            report.level("presence", motion ? 1 : 0);
        }
        Rejected problem = fields.problem();
        return problem != null ? problem : report.heard();
    }

    private static Rejected notOurs(Uplink uplink) {
        return new Rejected(Code.WRONG_FORMAT, uplink.described() + " is no Tektelic room sensor's");
    }

    static int score(Uplink uplink) {
        if (uplink.frame() == null) {
            DecodedFields fields = uplink.object() == null ? null : DecodedFields.of(uplink.object());
            return fields != null && fields.has("motion") && fields.has("motioneventcount", "batteryvoltage")
                    ? LIKELY
                    : 0;
        }
        TagList tags = TagList.of(uplink.frame(), 2, TektelicDecoder::length);
        if (!tags.complete() || tags.at(MOTION) == null) {
            return tags.complete() && uplink.port() == PORT ? LIKELY : 0;
        }
        return uplink.port() == PORT ? SURE : uplink.port() < 0 ? LIKELY : 0;
    }

    private static int length(int tag) {
        return switch (tag) {
            case 0x0100, 0x0200, 0x0468, 0x0600, 0x0900, 0x0A00, 0x0C00, 0x0E00, 0x1002, 0x00D3 -> 1;
            case 0x00FF, 0x00BA, 0x0367, 0x0502, 0x0804, 0x0B67, 0x0D04, 0x0F04, 0x1102 -> 2;
            case 0x0771 -> 6;
            default -> -1;
        };
    }
}
