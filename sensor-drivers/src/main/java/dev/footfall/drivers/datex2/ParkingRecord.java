package dev.footfall.drivers.datex2;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.drivers.xml.XmlElement;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One {@code parkingRecordStatus}. Numbers count; the graded status beside them may contradict them and is not read. */
final class ParkingRecord {
    private static final String VACANT = "parkingNumberOfVacantSpaces";
    private static final String OCCUPIED = "parkingNumberOfOccupiedSpaces";
    private static final String TOTAL = "parkingNumberOfSpacesOverride";

    private static final long MISSING = -1;
    private static final long WRONG = -2;

    private final XmlElement record;
    private final DecodeContext context;

    ParkingRecord(XmlElement record, DecodeContext context) {
        this.record = record;
        this.context = context;
    }

    /** The record's id, null if it gives none. */
    @Nullable
    String id() {
        XmlElement reference = record.child("parkingRecordReference");
        String id = reference == null ? null : reference.attribute("id");
        return id == null || id.isBlank() ? null : id;
    }

    /**
     * Adds what the record says.
     *
     * @param severalRecords true if the publication has others, so that each must name its car park
     */
    void decode(ReadingList list, boolean severalRecords) {
        String name = id() == null ? "record" : "record " + Reason.shown(id());
        long occupied = number(OCCUPIED, name, list);
        long vacant = number(VACANT, name, list);
        long total = number(TOTAL, name, list);
        String written = record.text("parkingStatusOriginTime");
        Instant at = written == null ? null : DeviceTime.inZone(written, context.zone(), context.receivedAt());
        if (written != null && at == null) {
            list.skip(
                    Code.WRONG_VALUE,
                    Reason.of(name + ": parkingStatusOriginTime", written, "must be a date and time"));
            return;
        }
        if (occupied == WRONG || vacant == WRONG || total == WRONG) {
            return;
        }
        long spaces = total != MISSING ? total : spaces();
        if (occupied == MISSING && vacant == MISSING) {
            list.leave(name + " tells no number of spaces, only a status");
        } else if (occupied == MISSING && spaces < 0) {
            list.leave(name + " has " + vacant + " vacant spaces and not how many are taken; set option spaces");
        } else if (occupied == MISSING && vacant > spaces) {
            list.skip(
                    Code.WRONG_VALUE,
                    Reason.of(
                            name + ": " + VACANT, Long.toString(vacant), "must be at most the " + spaces + " spaces"));
        } else {
            int count = (int) (occupied != MISSING ? occupied : spaces - vacant);
            String key = at == null ? null : id() + "|" + at + "|" + count;
            list.add(new Reading(new Fact.Parked(count, severalRecords ? id() : null), at, "", key));
        }
    }

    /** The owner's word for it, −1 if there is none. */
    private long spaces() {
        String option = context.option(Datex2Driver.SPACES, "");
        return option.matches("\\d{1,7}") ? Long.parseLong(option) : -1;
    }

    private long number(String element, String name, ReadingList list) {
        String text = record.text(element);
        for (XmlElement child : record.children("parkingOccupancy")) {
            text = text == null ? child.text(element) : text;
        }
        if (text == null) {
            return MISSING;
        }
        if (!text.matches("\\d{1,7}")) {
            list.skip(Code.WRONG_VALUE, Reason.of(name + ": " + element, text, "must be a whole number of spaces"));
            return WRONG;
        }
        return Long.parseLong(text);
    }
}
