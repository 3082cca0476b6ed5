package dev.footfall.metrics.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far off the estimates of quarter hours were on days left out, ordered by the estimate. The interval around a new
 * estimate comes from the errors at about the same estimate, so that it is narrow in an empty store and wide in a full one.
 */
final class Errors {
    /** How many similar quarters an interval rests on. */
    private static final int SIMILAR = 60;

    private static final double COVERED = 0.90;

    /** A quarter with at least this many people, on average, has people in it. */
    private static final double PEOPLE = 0.05;

    /**
     * One quarter of a day left out.
     *
     * @param day number of the day
     */
    record Quarter(int day, double estimate, double people) {
        double error() {
            return people - estimate;
        }
    }

    /** From one number of people to another. */
    record Band(double low, double high) {
        private boolean holds(double people) {
            return people >= low - 1e-9 && people <= high + 1e-9;
        }
    }

    private final List<Quarter> quarters;
    private final double[] estimates;
    private final double tail;

    Errors(List<Quarter> quarters) {
        this.quarters = quarters.stream()
                .sorted(Comparator.comparingDouble(Quarter::estimate)
                        .thenComparingInt(Quarter::day)
                        .thenComparingDouble(Quarter::people))
                .toList();
        this.estimates = this.quarters.stream().mapToDouble(Quarter::estimate).toArray();
        this.tail = balancedTail();
    }

    Band around(double estimate) {
        return band(estimate, similar(estimate, -1), tail);
    }

    /**
     * The share to leave out at each end. In an empty store the interval nearly always holds, for nobody is fewer than none:
     * so the share is chosen such that the mean of the coverage of all quarters and that of quarters with people is 90 %.
     */
    private double balancedTail() {
        double best = 0.05;
        double nearest = Double.MAX_VALUE;
        double[][] similar = new double[quarters.size()][];
        for (int i = 0; i < similar.length; i++) {
            similar[i] = similar(estimates[i], quarters.get(i).day);
        }
        for (int percent = 2; percent <= 15; percent++) {
            double off = Math.abs(coverage(similar, percent / 100.0) - COVERED);
            if (off < nearest) {
                nearest = off;
                best = percent / 100.0;
            }
        }
        return best;
    }

    private double coverage(double[][] similar, double share) {
        int held = 0;
        int present = 0;
        int presentHeld = 0;
        for (int i = 0; i < similar.length; i++) {
            Quarter quarter = quarters.get(i);
            boolean holds = band(quarter.estimate, similar[i], share).holds(quarter.people);
            held += holds ? 1 : 0;
            if (quarter.people >= PEOPLE) {
                present++;
                presentHeld += holds ? 1 : 0;
            }
        }
        double all = held / (double) similar.length;
        return present == 0 ? all : (all + presentHeld / (double) present) / 2;
    }

    /** Where no lower end is left, all of the tenth left out is above. */
    private static Band band(double estimate, double[] errors, double share) {
        double low = estimate + quantile(errors, share);
        if (low <= 0) {
            return new Band(0, Math.max(estimate, estimate + quantile(errors, 1 - 2 * share)));
        }
        return new Band(Math.min(estimate, low), Math.max(estimate, estimate + quantile(errors, 1 - share)));
    }

    /** Errors at the nearest estimates, sorted; without those of one day. */
    private double[] similar(double estimate, int exceptDay) {
        int from = 0;
        int to = estimates.length;
        while (to - from > SIMILAR) {
            if (estimate - estimates[from] > estimates[to - 1] - estimate) {
                from++;
            } else {
                to--;
            }
        }
        List<Double> errors = new ArrayList<>(to - from);
        for (Quarter quarter : quarters.subList(from, to)) {
            if (quarter.day != exceptDay) {
                errors.add(quarter.error());
            }
        }
        return errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        double place = Math.clamp(share * (sorted.length + 1) - 1, 0, sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
