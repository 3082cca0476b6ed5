package dev.footfall.drivers;

import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.observation.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what a message says and what had to be left out. Not thread-safe; one per message. */
public final class ReadingList {
    /** Begins what is said about a part that was not left out. */
    public static final String USED = "used all the same: ";

    private static final int REASONS_KEPT = 20;

    private final List<Reading> readings = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private Code firstCode = Code.WRONG_VALUE;
    private int skipped;

    public void add(Reading reading) {
        readings.add(reading);
    }

    /** Leaves one part of the message out, with the reason. */
    public void skip(Rejected part) {
        skip(part.code(), part.reason());
    }

    /** Leaves one part of the message out, with the reason. */
    public void skip(Code code, String reason) {
        if (skipped++ == 0) {
            firstCode = code;
        }
        if (reasons.size() < REASONS_KEPT) {
            reasons.add(reason);
        }
    }

    /** Says something about a part that was used all the same. */
    public void note(String remark) {
        leave(USED + remark);
    }

    /** Leaves a part out that says nothing yet, or nothing of ours: no reason to refuse the message. */
    public void leave(String remark) {
        if (remarks.size() < REASONS_KEPT) {
            remarks.add(remark);
        }
    }

    public boolean isEmpty() {
        return readings.isEmpty();
    }

    /**
     * The message's result. A message of which nothing could be used although it had something to say is refused, so that
     * it is seen.
     */
    public DecodeResult result(@Nullable String device) {
        if (readings.isEmpty() && skipped > 0) {
            String more = skipped > 1 ? " (and " + (skipped - 1) + " more)" : "";
            return new Rejected(firstCode, reasons.getFirst() + more);
        }
        if (skipped > reasons.size()) {
            reasons.add("and " + (skipped - reasons.size()) + " more");
        }
        reasons.addAll(remarks);
        return new Readings(device, readings, reasons);
    }
}
