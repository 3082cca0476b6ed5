package dev.footfall.metrics.expectation;

import java.util.Arrays;

/** Forecasts so many hours ahead: one regression and one band of errors per hour of the day. */
final class LeadModel {
    private static final int FEATURES = 11;
    private static final int HOURS = 24;
    private static final double FAST_WEEKS = 4;
    private static final double SLOW_WEEKS = 8;

    private final int lead;
    private final Regression[] regressions = new Regression[HOURS];
    private final ErrorBand[] bands = new ErrorBand[HOURS];

    /** A forecast that waits for its hour, with what it was made from. */
    record Guess(double[] features, double base, double scaled) {}

    LeadModel(int lead) {
        this.lead = lead;
        Arrays.setAll(regressions, ignored -> new Regression(FEATURES));
        Arrays.setAll(bands, ignored -> new ErrorBand());
    }

    /**
     * A forecast for an hour.
     *
     * @param base what profile and day type expect, scaled
     * @param today how the last three hours were off, given the day type, newest first
     */
    Guess guess(HourPast past, long target, double base, double[] today) {
        long known = target - lead + 1;
        double[] features = {
            1,
            today[0],
            today[1],
            today[2],
            past.residual(target - HOURS, known),
            past.meanResidual(known - HOURS, known, known),
            past.residual(target - HourPast.WEEK, known),
            lead == 1
                    ? past.meanResidual(target - HourPast.WEEK, known, known)
                    : past.meanResidual(known - HourPast.WEEK, known, known),
            lead == 1
                    ? past.residual(target - HOURS - 1, known)
                    : past.meanResidual(target - HourPast.WEEK - 3, target - HourPast.WEEK + 4, known),
            off(past.smoothed(target, FAST_WEEKS, known), base),
            off(past.smoothed(target, SLOW_WEEKS, known), base)
        };
        double change = HourPast.bounded(regressions[past.hourOfDay(target)].predict(features));
        return new Guess(features, base, base + change);
    }

    private static double off(double smoothed, double base) {
        return Double.isNaN(smoothed) ? 0 : HourPast.bounded(smoothed - base);
    }

    ErrorBand band(int hourOfDay) {
        return bands[hourOfDay];
    }

    void learn(int hourOfDay, Guess guess, double scaledTruth) {
        bands[hourOfDay].add(scaledTruth - guess.scaled());
        regressions[hourOfDay].learn(guess.features(), HourPast.bounded(scaledTruth - guess.base()));
    }
}
