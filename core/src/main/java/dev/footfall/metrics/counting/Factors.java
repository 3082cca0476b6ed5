package dev.footfall.metrics.counting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What entries and exits are multiplied by to give occupancy, and how sure that is.
 *
 * @param in for entries
 * @param out for exits
 * @param error variance of the balance per crossing
 * @param crossings all crossings of a closed day, whose known end makes the error vanish there; 0 while it runs
 * @param note which factors these are, for the row's reason; null if there is nothing to say
 */
record Factors(
        double in,
        double out,
        double error,
        double crossings,
        @Nullable String note) {

    /** 90 % of a normal distribution lies within this many standard deviations. */
    private static final double NINETY_PERCENT = 1.645;

    static Factors running(LearnedFactors learned) {
        return new Factors(learned.fIn(), learned.fOut(), learned.perCrossingError(), 0, null);
    }

    /** For a day that is over, from its own totals or, where those cannot be believed, from the days before it. */
    static Factors closed(double in, double out, LearnedFactors learned) {
        if (in == 0 || out == 0) {
            String note = in == out ? null : "counted only " + (in == 0 ? "exits" : "entries") + ", not corrected";
            return new Factors(1, 1, learned.perCrossingError(), 0, note);
        }
        double middle = (in + out) / 2;
        double balance = learned.fIn() * in - learned.fOut() * out;
        double noise = Math.sqrt(learned.perCrossingError() * (in + out));
        if (learned.days() > 0 && Math.abs(balance) > IMPLAUSIBLE * noise) {
            String note = String.format(
                    Locale.ROOT,
                    "balance of %+.0f is not like earlier days: factors of %d earlier days used",
                    in - out,
                    learned.days());
            return new Factors(learned.fIn(), learned.fOut(), learned.perCrossingError(), 0, note);
        }
        return new Factors(middle / in, middle / out, learned.perCrossingError(), in + out, null);
    }

    /** Half the width of the 90 % interval of occupancy after this many crossings. */
    double halfWidth(double sofar) {
        double open = crossings > 0 ? sofar * Math.max(0, 1 - sofar / crossings) : sofar;
        return NINETY_PERCENT * Math.sqrt(error * open);
    }

    /** An imbalance beyond this many standard deviations is a fault of that day, not what its counters always do. */
    private static final double IMPLAUSIBLE = 4;
}
