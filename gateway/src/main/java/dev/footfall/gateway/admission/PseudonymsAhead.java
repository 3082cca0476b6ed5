package dev.footfall.gateway.admission;

import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pseudonyms of one message's identities, made on the thread that decoded it, for the business day that it most likely is
 * of: the writer, who decides about the day, has enough to do.
 */
public final class PseudonymsAhead {
    /** For messages that are about nobody. */
    public static final PseudonymsAhead NONE = new PseudonymsAhead(LocalDate.EPOCH, new Identity.Pseudonym[0]);

    private final LocalDate day;
    private final Identity.@Nullable Pseudonym[] byReading;

    private PseudonymsAhead(LocalDate day, Identity.@Nullable Pseudonym[] byReading) {
        this.day = day;
        this.byReading = byReading;
    }

    static PseudonymsAhead of(List<Reading> readings, LocalDate day, Pseudonyms pseudonyms) {
        Identity.@Nullable Pseudonym[] byReading = null;
        for (int i = 0; i < readings.size(); i++) {
            Identity identity = identity(readings.get(i).fact());
            if (identity != null) {
                byReading = byReading == null ? new Identity.Pseudonym[readings.size()] : byReading;
                byReading[i] = pseudonyms.of(identity, day);
            }
        }
        return byReading == null ? NONE : new PseudonymsAhead(day, byReading);
    }

    /** Members have keys of another kind. */
    private static @Nullable Identity identity(Fact fact) {
        return fact instanceof Fact.Member ? null : fact.identity();
    }

    /** The pseudonym in a reading, null if it was not made for that day. */
    Identity.@Nullable Pseudonym of(int reading, LocalDate businessDay) {
        return reading < byReading.length && day.equals(businessDay) ? byReading[reading] : null;
    }
}
