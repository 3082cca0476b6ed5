package dev.footfall.metrics.stay;

import dev.footfall.metrics.grid.DaySeconds;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Visits to one place on one day: how long each has lasted so far, by the quarter in which it began. Four bytes a visit.
 */
public final class StayTally {
    private static final int TAKEN_BACK = -1;
    private static final int FIRST_ROOM = 8;
    private static final double MILLIS = 1_000;

    private final DaySeconds day;
    /** Milliseconds, by quarter. */
    private final int[][] lengths;

    private final int[] counts;

    public StayTally(DaySeconds day) {
        this.day = day;
        this.lengths = new int[day.quarters()][];
        this.counts = new int[day.quarters()];
    }

    int quarterOf(long beganMicros) {
        return day.secondOf(beganMicros / 1000) / DaySeconds.QUARTER;
    }

    /** A visit has begun. @return its place in the quarter */
    int begin(int quarter) {
        int[] known = lengths[quarter];
        if (known == null) {
            lengths[quarter] = new int[FIRST_ROOM];
        } else if (known.length == counts[quarter]) {
            lengths[quarter] = Arrays.copyOf(known, 2 * known.length);
        }
        lengths[quarter][counts[quarter]] = 0;
        return counts[quarter]++;
    }

    /** It lasts so long at least. */
    void lasts(int quarter, int place, long millis) {
        int[] known = lengths[quarter];
        known[place] = (int) Math.clamp(millis, known[place], Integer.MAX_VALUE);
    }

    /** It was none. */
    void takeBack(int quarter, int place) {
        lengths[quarter][place] = TAKEN_BACK;
        if (place == counts[quarter] - 1) {
            counts[quarter]--;
        }
    }

    /** Visits begun in the quarters of the seconds [from, to), by class of {@link StayBins}. */
    public double[] over(int from, int to) {
        double[] sum = new double[StayBins.COUNT];
        for (int i = from / DaySeconds.QUARTER; i * DaySeconds.QUARTER < to; i++) {
            for (int place = 0; place < counts[i]; place++) {
                if (lengths[i][place] != TAKEN_BACK) {
                    sum[StayBins.of(lengths[i][place] / MILLIS)]++;
                }
            }
        }
        return sum;
    }

    /** How long the visits last that began in the quarters of the seconds [from, to). */
    public StayLengths lengths(int from, int to) {
        return StayLengths.of(IntStream.range(from / DaySeconds.QUARTER, Math.ceilDiv(to, DaySeconds.QUARTER))
                .filter(quarter -> counts[quarter] > 0)
                .flatMap(quarter -> Arrays.stream(lengths[quarter], 0, counts[quarter]))
                .filter(length -> length != TAKEN_BACK)
                .mapToDouble(length -> length / MILLIS));
    }
}
