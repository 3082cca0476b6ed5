package dev.footfall.metrics.space;

import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.SecondCounts;
import org.jspecify.annotations.Nullable;

/** People present at every full second of a day. */
final class PresentGrid {
    private final DaySeconds day;
    private final @Nullable SecondCounts[] quarters;

    PresentGrid(DaySeconds day) {
        this.day = day;
        this.quarters = new SecondCounts[day.quarters()];
    }

    /** One person from one microsecond to before another. */
    void add(long fromMicros, long toMicros) {
        int from = Math.max(day.first(), fullSecond(fromMicros));
        int to = Math.min(day.end(), fullSecond(toMicros));
        for (int second = from; second < to; second++) {
            SecondCounts quarter = quarters[second / DaySeconds.QUARTER];
            if (quarter == null) {
                quarter = new SecondCounts();
                quarters[second / DaySeconds.QUARTER] = quarter;
            }
            quarter.add(second % DaySeconds.QUARTER, 1);
        }
    }

    /** The first full second at or after the moment. */
    static int fullSecond(long micros) {
        return (int) Math.ceilDiv(micros, 1_000_000L);
    }

    /** Adds the quarter's seconds to an array of 900; false if nobody was there. */
    boolean addQuarter(int quarter, int[] present) {
        SecondCounts seconds = quarters[quarter];
        if (seconds == null) {
            return false;
        }
        seconds.addTo(present, 1);
        return true;
    }
}
