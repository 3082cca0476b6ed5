package dev.footfall.metrics.expectation;

import java.time.LocalDateTime;

/**
 * When an excess alarms: an hour far out, hours that drift to one side together, or two quarters in a row far out; each only
 * beyond what this series does anyway ({@link AlarmRate}).
 */
final class AlarmRules {
    private static final double SMOOTHING = 0.2;
    private static final int QUARTERS_IN_A_ROW = 2;

    private final AlarmRate hourly;
    private final AlarmRate drifting;
    private final AlarmRate quarterly;
    private final double bound;
    private final double mostRemembered;
    private double drift;
    private int quarterRun;

    private AlarmRules(double least, double leastDrift, double bound, double mostRemembered, double alarmsPerWeek) {
        this.hourly = new AlarmRate(least, alarmsPerWeek);
        this.drifting = new AlarmRate(leastDrift, alarmsPerWeek);
        this.quarterly = new AlarmRate(least, alarmsPerWeek);
        this.bound = bound;
        this.mostRemembered = mostRemembered;
    }

    /** For excesses of a chart: what is four limits out alarms always. */
    static AlarmRules ofCharts() {
        return new AlarmRules(1, 1, 4, 4, 0.25);
    }

    /** For excesses of the first weeks: four sigmas at least, and never a matter of course, for little is known. */
    static AlarmRules ofFirstWeeks() {
        return new AlarmRules(4.0 / 3, 0.5, 4.0 / 3, Double.POSITIVE_INFINITY, 0.4);
    }

    boolean hour(double excess, LocalDateTime at) {
        double bounded = Math.max(-bound, Math.min(bound, excess));
        drift = (1 - SMOOTHING) * drift + SMOOTHING * bounded;
        boolean hit = Math.abs(excess) > hourly.threshold(at.toLocalDate())
                | Math.abs(drift) > drifting.threshold(at.toLocalDate());
        hourly.saw(Math.min(mostRemembered, Math.abs(excess)));
        drifting.saw(Math.abs(drift));
        return hit;
    }

    boolean quarter(double excess, LocalDateTime at) {
        double threshold = quarterly.threshold(at.toLocalDate());
        quarterly.saw(Math.min(mostRemembered, Math.abs(excess)));
        int side = excess > threshold ? 1 : excess < -threshold ? -1 : 0;
        if (side == 0) {
            quarterRun = 0;
        } else {
            quarterRun = Integer.signum(quarterRun) == side ? quarterRun + side : side;
        }
        return Math.abs(quarterRun) >= QUARTERS_IN_A_ROW;
    }
}
