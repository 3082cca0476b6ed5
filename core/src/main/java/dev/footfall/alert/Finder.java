package dev.footfall.alert;

import dev.footfall.measurement.Measurement;
import dev.footfall.metrics.DayFold;
import java.time.Instant;
import java.util.List;

/**
 * Looks at the days as they go on and tells what somebody should look at. Pure: told the same, it finds the same. Not
 * thread-safe.
 */
public interface Finder {

    /**
     * Called whenever rows of a day were published: after every quarter, and once more when the day is closed.
     *
     * @param day the day's fold
     * @param published what was published just now, revisions too
     * @param dayClosed true once the business day is over
     * @param now event time
     * @return exceptions found, also those that were returned before and have changed since
     */
    List<Alert> look(DayFold day, List<Measurement> published, boolean dayClosed, Instant now);

    /** Takes up rows published before a restart, in the order of their windows, so that it goes on as if nothing was. */
    default void recall(Measurement row) {}

    /** Takes up an exception that was open before a restart, after all rows. */
    default void resume(Alert open) {}
}
