package dev.footfall.drivers.placepod;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.lorawan.DecodedFields;
import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.lorawan.Report;
import dev.footfall.drivers.lorawan.TagList;
import dev.footfall.drivers.lorawan.Uplink;

/** Cayenne LPP: channel, type, value. The state comes on change (channel 15) and as a sign of life (channel 37). */
final class PlacePodDecoder {
    private static final int CHANGE = 0x1566;
    private static final int KEEP_ALIVE = 0x3766;
    private static final int SURE = 88;

    private PlacePodDecoder() {}

    static DecodeResult decode(Uplink uplink, DecodeContext context) {
        Report report = new Report(uplink, context);
        String bay = context.option("bay", "");
        Frame frame = uplink.frame();
        if (frame == null) {
            return uplink.object() == null ? notOurs(uplink) : object(DecodedFields.of(uplink.object()), bay, report);
        }
        TagList tags = TagList.of(frame, 2, PlacePodDecoder::length);
        if (tags.values().isEmpty() && frame.length() > 0) {
            return notOurs(uplink);
        }
        Integer at = tags.at(CHANGE) != null ? tags.at(CHANGE) : tags.at(KEEP_ALIVE);
        if (at != null) {
            report.bay(bay, frame.u8(at) == 1);
        }
        if (!tags.complete() && frame.length() > 0) {
            report.skip(Code.WRONG_VALUE, uplink.described() + " holds a value that is not known, or ends inside one");
            return report.result();
        }
        return report.heard();
    }

    private static DecodeResult object(DecodedFields fields, String bay, Report report) {
        Boolean taken = fields.taken("parkingstatus", "occupied", "occupancy");
        if (taken != null) {
            report.bay(bay, taken);
        }
        Rejected problem = fields.problem();
        return problem != null ? problem : report.heard();
    }

    private static Rejected notOurs(Uplink uplink) {
        return new Rejected(Code.WRONG_FORMAT, uplink.described() + " is no PlacePod's list of Cayenne values");
    }

    static int score(Uplink uplink) {
        Frame frame = uplink.frame();
        if (frame == null) {
            DecodedFields fields = uplink.object() == null ? null : DecodedFields.of(uplink.object());
            return fields != null && fields.has("parkingstatus") ? 60 : 0;
        }
        TagList tags = TagList.of(frame, 2, PlacePodDecoder::length);
        return tags.complete() && (tags.at(CHANGE) != null || tags.at(KEEP_ALIVE) != null) ? SURE : 0;
    }

    /** The second byte is the Cayenne type. */
    private static int length(int tag) {
        return switch (tag & 0xFF) {
            case 0x00, 0x01, 0x66, 0x68 -> 1;
            case 0x02, 0x03, 0x65, 0x67, 0x73 -> 2;
            case 0x71, 0x86 -> 6;
            case 0x88 -> 9;
            default -> -1;
        };
    }
}
