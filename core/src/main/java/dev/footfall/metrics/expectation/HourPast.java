package dev.footfall.metrics.expectation;

import java.time.LocalDateTime;
import java.util.Arrays;

/**
 * A store's last hours, on a scale on which busy and quiet hours scatter alike (square root), with what was expected of
 * each. Hours are numbered by their UTC start.
 */
final class HourPast {
    static final int WEEK = 168;
    private static final int DAY = 24;
    private static final int KEPT = 4096;
    private static final int WEEKS_BACK = 6;
    private static final int WEEKS_USED = 4;
    private static final int WEEKS_SMOOTHED = 10;
    private static final double SCALE = 8;
    private static final double LARGEST = 1.5;
    private static final int SUNDAY = 6;

    private final long[] hour = new long[KEPT];
    private final double[] value = new double[KEPT];
    private final double[] residual = new double[KEPT];
    private final byte[] hourOfDay = new byte[KEPT];
    private final byte[] weekday = new byte[KEPT];
    private final long[] date = new long[KEPT];
    private final double[] found = new double[WEEKS_USED];

    HourPast() {
        Arrays.fill(hour, Long.MIN_VALUE);
        Arrays.fill(value, Double.NaN);
        Arrays.fill(residual, Double.NaN);
    }

    static double scaled(double people) {
        return Math.sqrt(Math.max(0, people)) / SCALE;
    }

    static double people(double scaled) {
        return scaled <= 0 ? 0 : SCALE * SCALE * scaled * scaled;
    }

    static double bounded(double residual) {
        return Math.max(-LARGEST, Math.min(LARGEST, residual));
    }

    private static int slot(long index) {
        return (int) Math.floorMod(index, (long) KEPT);
    }

    /** Makes an hour known by its place in the calendar, without its value. */
    void place(long index, LocalDateTime at) {
        int slot = slot(index);
        if (hour[slot] != index) {
            hour[slot] = index;
            value[slot] = Double.NaN;
            residual[slot] = Double.NaN;
            hourOfDay[slot] = (byte) at.getHour();
            weekday[slot] = (byte) at.getDayOfWeek().ordinal();
            date[slot] = at.toLocalDate().toEpochDay();
        }
    }

    /** Takes up an hour's people; the hour must have been placed. A value that changes replaces the one before. */
    void learn(long index, double people) {
        int slot = slot(index);
        value[slot] = scaled(people);
        double expected = profile(index, index);
        residual[slot] = Double.isNaN(expected) ? Double.NaN : bounded(value[slot] - expected);
    }

    boolean knows(long index) {
        return hour[slot(index)] == index && !Double.isNaN(value[slot(index)]);
    }

    int hourOfDay(long index) {
        return hourOfDay[slot(index)];
    }

    /** How an hour was off from what was expected of it, 0 if that is not known. */
    double residual(long index, long known) {
        double off = index < known && hour[slot(index)] == index ? residual[slot(index)] : Double.NaN;
        return Double.isNaN(off) ? 0 : off;
    }

    /** Mean of the residuals in [from, to), busy hours weighing more. */
    double meanResidual(long from, long to, long known) {
        double sum = 0;
        double weights = 0;
        for (long i = from; i < Math.min(to, known); i++) {
            int slot = slot(i);
            if (hour[slot] == i && !Double.isNaN(residual[slot])) {
                double weight = SCALE * value[slot] + 1;
                sum += weight * residual[slot];
                weights += weight;
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** The median of the last four same weekdays and hours that are known before {@code known}; NaN if there is none. */
    double profile(long index, long known) {
        return median(index, 0, known);
    }

    /**
     * The same weekday and hour over the last ten weeks, older weeks weighing less; NaN if none is known before {@code
     * known}.
     *
     * @param halfLife weeks after which one weighs half
     */
    double smoothed(long index, double halfLife, long known) {
        double sum = 0;
        double weights = 0;
        for (int week = 1; week <= WEEKS_SMOOTHED; week++) {
            long like = sameClock(index - (long) week * WEEK, index);
            if (like < known && knows(like)) {
                double weight = Math.pow(0.5, week / halfLife);
                sum += weight * value[slot(like)];
                weights += weight;
            }
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }

    private double median(long index, int daysBack, long known) {
        int count = 0;
        for (int week = daysBack == 0 ? 1 : 0; week <= WEEKS_BACK && count < WEEKS_USED; week++) {
            long like = sameClock(index - (long) daysBack * DAY - (long) week * WEEK, index);
            if (like < known && knows(like)) {
                found[count++] = value[slot(like)];
            }
        }
        return count == 0 ? Double.NaN : SlotChart.median(Arrays.copyOf(found, count));
    }

    /** Across a change of the clocks the same hour of the day lies an hour to one side. */
    private long sameClock(long index, long like) {
        int wanted = hourOfDay[slot(like)];
        for (long near : new long[] {index, index + 1, index - 1}) {
            if (hour[slot(near)] == near && hourOfDay[slot(near)] == wanted) {
                return near;
            }
        }
        return index;
    }

    /** The profile that the last Sundays had at the hour of the day. */
    double sundayProfile(long index, long known) {
        int daysBack = Math.floorMod(weekday[slot(index)] - SUNDAY, 7);
        return daysBack == 0 ? profile(index, known) : median(index, daysBack, known);
    }

    boolean sameDate(long a, long b) {
        return date[slot(a)] == date[slot(b)];
    }

    boolean isSunday(long index) {
        return weekday[slot(index)] == SUNDAY;
    }

    double scaledValue(long index) {
        return value[slot(index)];
    }
}
