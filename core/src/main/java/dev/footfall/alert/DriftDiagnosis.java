package dev.footfall.alert;

import dev.footfall.reason.DriftReason;
import dev.footfall.reason.Reason;
import dev.footfall.reason.Word;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why more people came in than went out, or fewer: which entrance, and what is likely wrong there. People may use one door
 * in and another out, so a door is judged by how it departs from its own earlier days, and by what would balance the store.
 */
final class DriftDiagnosis {
    /** Days less complete than this say nothing about the counters. */
    static final double COMPLETE = 0.98;

    /** No store is so even that less than this would be a fault. */
    private static final double NARROWEST = 0.01;

    private static final int ENOUGH_DAYS = 8;
    private static final double PERCENT = 100;

    /** One entrance's day. */
    record EntranceDay(String entrance, double in, double out) {
        double crossings() {
            return in + out;
        }

        double surplus() {
            return in - out;
        }
    }

    /** What is likely wrong. */
    enum Cause {
        REVERSED_LINE,
        ONE_SIDE_FAILING,
        UNCOVERED_DOOR
    }

    /**
     * What was found.
     *
     * @param entrance where; empty for the whole store
     * @param rate the store's drift rate
     * @param low its lower limit
     * @param high its upper limit
     */
    record Finding(String entrance, Cause cause, double rate, double low, double high, Reason why) {}

    private final List<EntranceDay> today;
    private final List<List<EntranceDay>> earlier;
    private final double surplus;
    private final double crossings;

    private DriftDiagnosis(List<EntranceDay> today, List<List<EntranceDay>> earlier) {
        this.today = today;
        this.earlier = earlier;
        this.surplus = today.stream().mapToDouble(EntranceDay::surplus).sum();
        this.crossings = today.stream().mapToDouble(EntranceDay::crossings).sum();
    }

    /**
     * At most one finding about a complete day.
     *
     * @param meanRaw mean of the uncorrected balance over the day, in people; null if unknown
     * @param earlier complete days before
     */
    static List<Finding> of(List<EntranceDay> today, @Nullable Double meanRaw, List<List<EntranceDay>> earlier) {
        DriftDiagnosis diagnosis = new DriftDiagnosis(today, earlier);
        if (diagnosis.crossings == 0) {
            return List.of();
        }
        if (diagnosis.isImbalanced()) {
            return List.of(diagnosis.imbalanced());
        }
        return meanRaw != null && meanRaw < -diagnosis.noise() ? List.of(diagnosis.negative(meanRaw)) : List.of();
    }

    private double noise() {
        return Imbalance.noise(crossings);
    }

    private double rate() {
        return rate(surplus, crossings);
    }

    private static double rate(double surplus, double crossings) {
        return crossings == 0 ? 0 : 2 * surplus / crossings;
    }

    private boolean isImbalanced() {
        if (Math.abs(surplus) <= noise()) {
            return false;
        }
        double[] own = limits();
        return Math.abs(rate()) > Imbalance.LIMIT || rate() < own[0] || rate() > own[1];
    }

    /** The narrower of 3 % and the store's own mean ± 3 deviations. */
    private double[] limits() {
        double[] rates = earlier.stream()
                .mapToDouble(day -> rate(
                        day.stream().mapToDouble(EntranceDay::surplus).sum(),
                        day.stream().mapToDouble(EntranceDay::crossings).sum()))
                .toArray();
        if (rates.length < ENOUGH_DAYS) {
            return new double[] {-Imbalance.LIMIT, Imbalance.LIMIT};
        }
        double mean = 0;
        double squares = 0;
        for (double rate : rates) {
            mean += rate / rates.length;
        }
        for (double rate : rates) {
            squares += (rate - mean) * (rate - mean) / (rates.length - 1);
        }
        double reach = Math.max(NARROWEST, 3 * Math.sqrt(squares));
        return new double[] {Math.max(-Imbalance.LIMIT, mean - reach), Math.min(Imbalance.LIMIT, mean + reach)};
    }

    private Finding imbalanced() {
        EntranceDay turned = today.size() < 2
                ? null
                : today.stream()
                        .filter(door ->
                                leftIfTurned(door) < Math.max(noise(), Imbalance.NEARLY_NOTHING * Math.abs(surplus)))
                        .filter(this::isUnlikeBefore)
                        .min(Comparator.comparingDouble(this::leftIfTurned))
                        .orElse(null);
        if (turned != null) {
            return found(turned.entrance(), Cause.REVERSED_LINE, new DriftReason.LineReversed());
        }
        EntranceDay worst =
                today.stream().max(Comparator.comparingDouble(this::share)).orElseThrow();
        boolean silentSide = Math.min(worst.in(), worst.out()) == 0;
        boolean alone = today.size() == 1 && !isUnlikeBefore(worst);
        if (silentSide || (share(worst) >= Imbalance.MOST && !alone)) {
            Word side = surplus > 0 ? Word.EXITS : Word.ENTRIES;
            return found(
                    worst.entrance(), Cause.ONE_SIDE_FAILING, new DriftReason.SideLost(side, worst.in(), worst.out()));
        }
        return found(
                today.size() == 1 ? worst.entrance() : "",
                Cause.UNCOVERED_DOOR,
                surplus > 0 ? new DriftReason.PeopleLeaveUncounted() : new DriftReason.PeopleComeUncounted());
    }

    /** What would be left of the store's imbalance if the door's ways were exchanged. */
    private double leftIfTurned(EntranceDay door) {
        return Math.abs(surplus - 2 * door.surplus());
    }

    /** How much of the imbalance is this door's departure from its earlier days. */
    private double share(EntranceDay door) {
        return (door.surplus() - usual(door) * door.crossings()) / surplus;
    }

    /** A door whose ways are used otherwise than before; true too where nothing is known of before. */
    private boolean isUnlikeBefore(EntranceDay door) {
        if (earlier.isEmpty()) {
            return today.size() > 1;
        }
        return Math.abs(door.surplus() - usual(door) * door.crossings()) > noise();
    }

    /** Surplus per crossing on earlier days. */
    private double usual(EntranceDay door) {
        double before = 0;
        double passed = 0;
        for (List<EntranceDay> day : earlier) {
            for (EntranceDay one : day) {
                if (one.entrance().equals(door.entrance())) {
                    before += one.surplus();
                    passed += one.crossings();
                }
            }
        }
        return passed == 0 ? 0 : before / passed;
    }

    private Finding negative(double meanRaw) {
        EntranceDay busiest = today.stream()
                .max(Comparator.comparingDouble(EntranceDay::crossings))
                .orElseThrow();
        return found(busiest.entrance(), Cause.REVERSED_LINE, new DriftReason.LeaveBeforeTheyCome(meanRaw));
    }

    private Finding found(String entrance, Cause cause, Reason why) {
        double[] limits = limits();
        double percent = PERCENT * rate();
        Reason drifts = entrance.isEmpty()
                ? new DriftReason.StoreDrifts(percent, why)
                : new DriftReason.EntranceDrifts(percent, entrance, why);
        return new Finding(entrance, cause, rate(), limits[0], limits[1], drifts);
    }
}
