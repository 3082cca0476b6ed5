package dev.footfall.metrics.calibration;

import dev.footfall.measurement.State;
import dev.footfall.metrics.row.Figure;
import dev.footfall.reason.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * People per device heard near by, or per vehicle: for the site and for each hour of its clock, sum over sum of all days, and
 * how far the days differ.
 */
final class PeoplePer {
    /** Fewer days than this teach no ratio. */
    static final int FEWEST_DAYS = 2;

    /** 95 % quantiles of Student's t for 1, 2, … degrees of freedom. */
    private static final double[] T = {
        6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761, 1.753, 1.746,
        1.740, 1.734, 1.729, 1.725
    };

    private static final double NORMAL = 1.645;

    private final List<List<Count>> days;

    PeoplePer(List<List<Count>> days) {
        this.days = List.copyOf(days);
    }

    /** What was known at one time of a day: at which hour of the clock, how many people, for how many devices or vehicles. */
    record Count(int hour, double people, double of) {}

    /** A ratio with its 90 % interval. */
    record Ratio(double value, double low, double high) {}

    /** The ratio of the hours, or null if they were known on fewer than two days or without any. */
    @Nullable
    Ratio of(IntPredicate hours) {
        List<double[]> sums = new ArrayList<>();
        double people = 0;
        double things = 0;
        for (List<Count> day : days) {
            double[] sum = {0, 0};
            for (Count count : day) {
                if (hours.test(count.hour())) {
                    sum[0] += count.people();
                    sum[1] += count.of();
                }
            }
            if (sum[1] > 0) {
                sums.add(sum);
                people += sum[0];
                things += sum[1];
            }
        }
        if (sums.size() < FEWEST_DAYS) {
            return null;
        }
        double ratio = people / things;
        double squares = 0;
        for (double[] sum : sums) {
            double residual = sum[0] - ratio * sum[1];
            squares += residual * residual;
        }
        int n = sums.size();
        double half = t(n - 1) * Math.sqrt(squares * n / (n - 1)) / things;
        return new Ratio(ratio, Math.max(0, ratio - half), ratio + half);
    }

    /**
     * The ratio as a figure; invalid where there is no overlap to learn it from.
     *
     * @param ifUnknown the reason then
     */
    Figure figure(IntPredicate hours, double completeness, Reason ifUnknown) {
        Ratio ratio = of(hours);
        if (ratio == null) {
            return new Figure(null, null, null, completeness, State.INVALID, ifUnknown);
        }
        return new Figure(ratio.value, ratio.low, ratio.high, completeness, State.ESTIMATED, null);
    }

    private static double t(int freedom) {
        return freedom <= T.length ? T[freedom - 1] : NORMAL;
    }
}
