package dev.footfall.metrics.counting;

import dev.footfall.reason.CountReason;
import dev.footfall.reason.CountReason.BalanceUnlikeBefore;
import dev.footfall.reason.CountReason.OneSideOnly;
import dev.footfall.reason.Reason;
import dev.footfall.reason.Word;
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
public record Factors(
        double in,
        double out,
        double error,
        double crossings,
        @Nullable Reason note) {

    /** 90 % of a normal distribution lies within this many standard deviations. */
    static final double NINETY_PERCENT = 1.645;

    /** An imbalance within this many standard deviations is noise and teaches nothing about the counters. */
    private static final double NOISE = 2;

    /** Fewer days than this have taught too little to be preferred to the day's own totals. */
    private static final int ENOUGH_DAYS = 5;

    /** While a day goes on: what earlier days taught. */
    public static Factors running(LearnedFactors learned) {
        return new Factors(learned.fIn(), learned.fOut(), learned.perCrossingError(), 0, null);
    }

    /** For a day that is over: those that let it end empty. */
    public static Factors closed(double in, double out, LearnedFactors learned) {
        if (in == 0 || out == 0) {
            Reason note = in == out ? null : new OneSideOnly(in == 0 ? Word.EXITS : Word.ENTRIES);
            return new Factors(1, 1, learned.perCrossingError(), 0, note);
        }
        return learned.days() >= ENOUGH_DAYS ? learnedOrOwn(in, out, learned) : own(in, out, learned, null);
    }

    /** True for a closed day without exits, whose balance says nothing. */
    boolean entriesOnly() {
        return note instanceof OneSideOnly only && only.side() == Word.ENTRIES;
    }

    private static Factors learnedOrOwn(double in, double out, LearnedFactors learned) {
        double balance = learned.fIn() * in - learned.fOut() * out;
        double noise = Math.sqrt(learned.perCrossingError() * (in + out));
        if (Math.abs(balance) > NOISE * noise) {
            return own(in, out, learned, new BalanceUnlikeBefore(in - out));
        }
        // What the learned factors leave over is noise: it is spread in proportion to the crossings.
        double share = balance / (in + out);
        return new Factors(
                learned.fIn() - share,
                learned.fOut() + share,
                learned.perCrossingError(),
                in + out,
                new CountReason.LearnedFactors(learned.days()));
    }

    private static Factors own(double in, double out, LearnedFactors learned, @Nullable Reason note) {
        double middle = (in + out) / 2;
        return new Factors(middle / in, middle / out, learned.perCrossingError(), in + out, note);
    }

    /** What both sides miss alike no balance shows; the side that counts better loses so much at most, by experience. */
    private static final double LOST_BY_BOTH = 0.03;

    /** How much more people than told may be there, as a share: counters lose people rather than invent them. */
    public double unseen() {
        return LOST_BY_BOTH + Math.abs(in - out) / 2;
    }

    /** Half the width of the 90 % interval of occupancy after this many crossings. */
    public double halfWidth(double sofar) {
        double open = crossings > 0 ? sofar * Math.max(0, 1 - sofar / crossings) : sofar;
        return NINETY_PERCENT * Math.sqrt(error * open);
    }
}
