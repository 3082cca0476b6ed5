package dev.footfall.metrics.expectation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The level that a statistic of this very series passed on no more days than may alarm: one threshold does not fit all
 * series, a target of false alarms does. From the largest value of each of the last eight weeks' days.
 */
final class AlarmRate {
    private static final int DAYS = 56;

    private final double least;
    private final double alarmsPerWeek;
    private final Deque<Double> largest = new ArrayDeque<>();
    private @Nullable LocalDate day;
    private double today;
    private double threshold;

    /** @param least the threshold is never below; @param alarmsPerWeek how often the statistic may pass it */
    AlarmRate(double least, double alarmsPerWeek) {
        this.least = least;
        this.alarmsPerWeek = alarmsPerWeek;
        this.threshold = least;
    }

    double threshold(LocalDate date) {
        if (!date.equals(day)) {
            if (day != null) {
                largest.addLast(today);
                if (largest.size() > DAYS) {
                    largest.removeFirst();
                }
                threshold = Math.max(least, allowed());
            }
            day = date;
            today = 0;
        }
        return threshold;
    }

    private double allowed() {
        double[] sorted = largest.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int rank = Math.max(1, (int) Math.round(sorted.length * alarmsPerWeek / 7));
        return sorted[sorted.length - rank];
    }

    void saw(double statistic) {
        today = Math.max(today, statistic);
    }
}
