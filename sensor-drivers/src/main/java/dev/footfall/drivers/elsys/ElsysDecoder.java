package dev.footfall.drivers.elsys;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.lorawan.DecodedFields;
import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.lorawan.Report;
import dev.footfall.drivers.lorawan.TagList;
import dev.footfall.drivers.lorawan.Uplink;

/** The tag list of Elsys sensors; of it, the occupancy. */
final class ElsysDecoder {
    private static final int PORT = 5;
    private static final int OCCUPANCY = 0x11;
    private static final int SETTINGS = 0x3E;
    private static final int SURE = 88;
    private static final int LIKELY = 78;
    private static final int PERHAPS = 60;
    /** Bytes of the values of tags 01 to 1c. */
    private static final int[] LENGTHS = {
        -1, 2, 1, 3, 2, 1, 2, 2, 2, 6, 2, 4, 2, 1, 2, 1, 4, 1, 1, 65, 4, 2, 2, 4, 2, 2, 2, 1, 4
    };

    private ElsysDecoder() {}

    static DecodeResult decode(Uplink uplink, DecodeContext context) {
        Report report = new Report(uplink, context);
        Frame frame = uplink.frame();
        if (frame == null) {
            return object(uplink, report);
        }
        if (frame.startsWith(SETTINGS)) {
            return report.heard();
        }
        TagList tags = tags(frame);
        Integer at = tags.at(OCCUPANCY);
        if (tags.values().isEmpty()) {
            return notOurs(uplink);
        }
        if (at != null) {
            occupancy(frame.u8(at), report);
        }
        if (!tags.complete()) {
            report.skip(Code.WRONG_VALUE, uplink.described() + " holds a tag that is not known, or ends inside one");
            return report.result();
        }
        return report.heard();
    }

    /** 1 is "pending": somebody comes or goes, and the state before still holds. */
    private static void occupancy(long state, Report report) {
        if (state == 0 || state == 2) {
            report.level("presence", state / 2);
        } else if (state != 1) {
            report.skip(Code.WRONG_VALUE, "occupancy [" + state + "] must be 0 (none), 1 (pending) or 2 (occupied)");
        }
    }

    private static DecodeResult object(Uplink uplink, Report report) {
        if (uplink.object() == null) {
            return notOurs(uplink);
        }
        DecodedFields fields = DecodedFields.of(uplink.object());
        long state = fields.count(255, "occupancy");
        if (state >= 0) {
            occupancy(state, report);
        }
        Rejected problem = fields.problem();
        return problem != null ? problem : report.heard();
    }

    private static Rejected notOurs(Uplink uplink) {
        return new Rejected(Code.WRONG_FORMAT, uplink.described() + " is no tag list of an Elsys sensor");
    }

    static int score(Uplink uplink) {
        if (uplink.frame() == null) {
            DecodedFields fields = uplink.object() == null ? null : DecodedFields.of(uplink.object());
            return fields != null && fields.has("occupancy") && fields.has("vdd") ? PERHAPS : 0;
        }
        TagList tags = tags(uplink.frame());
        if (!tags.complete()) {
            return 0;
        }
        boolean port = uplink.port() == PORT;
        if (tags.at(OCCUPANCY) != null && uplink.frame().u8(tags.at(OCCUPANCY)) <= 2) {
            return port ? SURE : LIKELY;
        }
        return port && tags.values().size() > 1 ? PERHAPS : 0;
    }

    private static TagList tags(Frame frame) {
        return TagList.of(frame, 1, ElsysDecoder::length);
    }

    private static int length(int tag) {
        return tag < LENGTHS.length ? LENGTHS[tag] : tag == 0x3D ? 4 : -1;
    }
}
