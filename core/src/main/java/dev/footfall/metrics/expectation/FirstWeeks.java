package dev.footfall.metrics.expectation;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Arrays;

/**
 * What is usual while a slot's chart has too few points: the median of the same weekday and time or, until three of them are
 * known, of the same time of the last working days or weekends. How far off a value may be is learned from all slots
 * together, on square roots, where busy and quiet hours scatter alike.
 */
final class FirstWeeks {
    private static final int FEWEST = 3;
    private static final int KEPT = 8;
    private static final int RESIDUALS_KEPT = 336;
    private static final int RESIDUALS_NEEDED = 24;
    private static final double MAD_TO_SIGMA = 1.4826;
    private static final double SIGMAS = 3;
    /** Counts scatter by half a unit on square roots at least; a level that never moves is not that exact. */
    private static final double LEAST = 0.25;

    private static final double LEAST_SHARE = 0.03;

    private final int minutes;
    private final int perDay;
    private final Last[] weekly;
    private final Last[] kinds;
    private final double[] residuals = new double[RESIDUALS_KEPT];
    private int seen;

    /** @param minutes length of a slot */
    FirstWeeks(int minutes) {
        this.minutes = minutes;
        this.perDay = 24 * 60 / minutes;
        this.weekly = new Last[7 * perDay];
        this.kinds = new Last[2 * perDay];
        Arrays.setAll(weekly, ignored -> new Last());
        Arrays.setAll(kinds, ignored -> new Last());
    }

    /** The last values of one slot, flagged or not: a median bears some that are off. */
    private static final class Last {
        private double[] values = new double[0];
        private int count;

        void add(double value) {
            if (count == values.length && count < KEPT) {
                values = Arrays.copyOf(values, count + 1);
            }
            values[count % KEPT] = value;
            count = count + 1 == 2 * KEPT ? KEPT : count + 1;
        }

        boolean isEnough() {
            return values.length >= FEWEST;
        }

        double median() {
            return SlotChart.median(values);
        }
    }

    private Last weekly(LocalDateTime at) {
        return weekly[at.getDayOfWeek().ordinal() * perDay + ofDay(at)];
    }

    private Last kind(LocalDateTime at) {
        boolean weekend = at.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return kinds[ofDay(at) + (weekend ? perDay : 0)];
    }

    private int ofDay(LocalDateTime at) {
        return (at.getHour() * 60 + at.getMinute()) / minutes;
    }

    private double usual(LocalDateTime at) {
        Last week = weekly(at);
        if (week.isEnough()) {
            return week.median();
        }
        Last kind = kind(at);
        return kind.isEnough() ? kind.median() : Double.NaN;
    }

    private double sigma(double usual) {
        int known = Math.min(seen, RESIDUALS_KEPT);
        if (known < RESIDUALS_NEEDED) {
            return Double.NaN;
        }
        double[] off = Arrays.copyOf(residuals, known);
        Arrays.setAll(off, i -> Math.abs(off[i]));
        Arrays.sort(off);
        return Math.max(Math.max(MAD_TO_SIGMA * off[known / 2], LEAST_SHARE * usual), LEAST);
    }

    /** How far out a value is: 1 at three sigmas above what is usual, −1 below; NaN while too little is known. */
    double excess(LocalDateTime at, double value) {
        double usual = usual(at);
        return (scaled(value) - usual) / (SIGMAS * sigma(usual));
    }

    /** The limits that go with it; only where the excess is known. */
    Limits limits(LocalDateTime at) {
        double usual = usual(at);
        double width = SIGMAS * sigma(usual);
        double low = Math.max(0, usual - width);
        double high = usual + width;
        return new Limits(usual * usual, low * low, high * high);
    }

    void learn(LocalDateTime at, double value) {
        double usual = usual(at);
        if (!Double.isNaN(usual)) {
            residuals[seen % RESIDUALS_KEPT] = scaled(value) - usual;
            seen = seen + 1 == 2 * RESIDUALS_KEPT ? RESIDUALS_KEPT : seen + 1;
        }
        weekly(at).add(scaled(value));
        kind(at).add(scaled(value));
    }

    private static double scaled(double value) {
        return Math.sqrt(Math.max(0, value));
    }
}
