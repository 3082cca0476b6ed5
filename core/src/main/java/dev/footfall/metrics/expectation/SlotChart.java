package dev.footfall.metrics.expectation;

import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is expected at each weekday and time, for one metric, scope and grain. From eight points on the limits are those of
 * the control chart; from three on wider ones from the same weekday and time; before that, from the same time of the last
 * days.
 */
final class SlotChart {
    private static final int CHART_POINTS = 8;
    private static final int FEWEST = 3;
    private static final int DAYS = 7;
    private static final double MAD_TO_SIGMA = 1.4826;
    private static final double LEAST_SHARE = 0.06;
    private static final double SIGMAS = 3;

    private final int perDay;
    private final int minutes;
    private final boolean counts;
    private final Slot[] weekly;
    private final Slot[] daily;

    /** @param minutes length of a slot; @param counts true for what is counted, false for levels and means */
    SlotChart(int minutes, boolean counts) {
        this.minutes = minutes;
        this.counts = counts;
        this.perDay = 24 * 60 / minutes;
        this.weekly = slots(DAYS * perDay);
        this.daily = slots(perDay);
    }

    private static Slot[] slots(int count) {
        Slot[] slots = new Slot[count];
        Arrays.setAll(slots, ignored -> new Slot());
        return slots;
    }

    private int ofDay(LocalDateTime at) {
        return (at.getHour() * 60 + at.getMinute()) / minutes;
    }

    private Slot weekly(LocalDateTime at) {
        return weekly[at.getDayOfWeek().ordinal() * perDay + ofDay(at)];
    }

    /** True if the limits are those of the control chart. */
    boolean isChart(LocalDateTime at) {
        return weekly(at).size() >= CHART_POINTS;
    }

    /** The limits for a window that starts at this local time; null while too little is known. */
    @Nullable
    Limits limits(LocalDateTime at) {
        Slot week = weekly(at);
        if (week.size() >= CHART_POINTS) {
            double[] points = week.points();
            return (counts ? Limits.ofCounts(points) : Limits.of(Limits.Mode.SIGMA, points)).reasonable();
        }
        if (week.size() >= FEWEST) {
            return robust(week.points(), 1 + 4.0 / week.size());
        }
        Slot day = daily[ofDay(at)];
        return day.size() >= FEWEST ? robust(day.points(), 2) : null;
    }

    private Limits robust(double[] points, double caution) {
        double center = median(points);
        double[] off = Arrays.stream(points).map(p -> Math.abs(p - center)).toArray();
        double sigma = Math.max(MAD_TO_SIGMA * median(off), LEAST_SHARE * center);
        double width = SIGMAS * caution * Math.max(sigma, counts ? Math.sqrt(center) : 0);
        return new Limits(center, Math.max(0, center - width), center + width).reasonable();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    void learn(LocalDateTime at, double value, boolean flagged) {
        weekly(at).add(value, flagged);
        daily[ofDay(at)].add(value, flagged);
    }
}
