package dev.footfall.metrics.counting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A second witness of how many are inside, beside the doors' balance: those who came in, and how long people stay. Everyone
 * missed at a door moves the balance for the rest of the day; what the stays lead to expect does not drift, but is unsure
 * as chance is. Where the two differ by more than chance, and for longer, the balance has drifted.
 *
 * <p>How long people stay is not known either: usual stays and their shapes on a grid are weighed by how well they explain
 * the day.
 */
final class StayWitness {
    /** Arrivals are told apart so finely: a third of a quarter. */
    private static final int PER_QUARTER = 3;

    private static final double BIN_MINUTES = 5;
    private static final double SHORTEST_MINUTES = 4;
    private static final double STEP = 0.08;
    private static final int USUAL_STAYS = 45;

    /** Erlang's shapes: from stays of any length to stays much alike. */
    private static final int[] SHAPES = {1, 2, 4};

    /** People come and leave in company: what is unsure is so many times that of people who come alone. */
    private static final double[] COMPANY = {1, 2, 4};

    /** Stays differ over the day: what is expected may be off by this share for about an hour. */
    private static final double[] MISFITS = {0.05, 0.2};

    /** The doors' error was learned from few days: on this one it may be so many times that. */
    private static final double[] ERRORS = {0.5, 1, 2};

    private static final double ERROR_DOUBT = 0.6;

    private static final double MISFIT_QUARTERS = 4;

    /** Before the end people leave sooner: for so many usual stays nothing is learned there. */
    private static final double ENDING = 2;

    private static final int ENOUGH_QUARTERS = 8;

    /** Nobody counts to less than half a person. */
    private static final double ROUNDING = 0.25;

    /** Possibilities that explain the day so much worse than the best weigh nothing. */
    private static final double HOPELESS = 8;

    private final double[] arrivals;
    private final double[] balance;
    private final double[] crossings;
    private final UsualStay stay;
    private final int first;
    private final int count;
    private final int told;
    private final double[][] drift;
    private final double[][] alike;

    /**
     * @param arrivals people in, by third of a quarter
     * @param balance the corrected balance at the end of each quarter
     * @param crossings so far, at the end of each quarter
     * @param error variance of the balance per crossing
     * @param stay what earlier days taught
     * @param first the quarter in which the first came
     * @param last the quarter in which the last left
     */
    StayWitness(
            double[] arrivals,
            double[] balance,
            double[] crossings,
            double error,
            UsualStay stay,
            int first,
            int last) {
        this.arrivals = arrivals;
        this.balance = balance;
        this.crossings = crossings;
        this.stay = stay;
        this.first = first;
        this.count = last - first;
        double all = crossings[last];
        this.told = count - ending();
        this.drift = new double[count][count];
        this.alike = new double[count][count];
        for (int k = 0; k < count; k++) {
            for (int l = 0; l < count; l++) {
                double earlier = crossings[first + Math.min(k, l)];
                double later = crossings[first + Math.max(k, l)];
                drift[k][l] = error * earlier * (1 - later / all);
                alike[k][l] = Math.max(0, balance[first + k] * balance[first + l])
                        * Math.exp(-Math.abs(k - l) / MISFIT_QUARTERS);
            }
        }
    }

    /** Quarters at the end in which people leave sooner than they would, for the store closes. */
    private int ending() {
        double inside = Arrays.stream(balance).filter(people -> people > 0).sum();
        double came = Arrays.stream(arrivals).sum();
        return (int) Math.ceil(ENDING * inside / Math.max(1, came));
    }

    /** What one idea of the stays leads to expect at the quarters' ends, and how unsure that is by chance. */
    private record Expectation(double[] people, double[][] chance) {}

    /** What was seen under one idea; the doors err so many times as much as they did before. */
    private record Idea(Gaussian seen, double times) {}

    private record Possibility(Idea idea, double weight) {}

    /** By how much the balance is too high; null if nothing can be told. */
    @Nullable
    Drift drift() {
        if (told < ENOUGH_QUARTERS) {
            return null;
        }
        Likely likely = new Likely();
        for (int usual = 0; usual < USUAL_STAYS; usual++) {
            double minutes = SHORTEST_MINUTES * Math.exp(STEP * usual);
            double before = stay.logLikelihood(minutes);
            for (int shape : SHAPES) {
                addAll(expectation(left(minutes, shape)), before, likely);
            }
        }
        return mean(likely.best());
    }

    /** The ideas that explain the day best so far. */
    private static final class Likely {
        private final List<Idea> kept = new ArrayList<>();
        private double best = Double.NEGATIVE_INFINITY;

        void add(Idea one) {
            best = Math.max(best, one.seen.logLikelihood());
            if (one.seen.logLikelihood() > best - HOPELESS) {
                kept.add(one);
            }
        }

        List<Possibility> best() {
            return kept.stream()
                    .filter(one -> one.seen.logLikelihood() > best - HOPELESS)
                    .map(one -> new Possibility(one, Math.exp(one.seen.logLikelihood() - best)))
                    .toList();
        }
    }

    /** The share still inside, by age in bins: an age of i + 1/2 bins at i. */
    private double[] left(double minutes, int shape) {
        double[] left = new double[arrivals.length];
        for (int i = 0; i < left.length; i++) {
            double stages = shape * (i + 0.5) * BIN_MINUTES / minutes;
            double term = Math.exp(-stages);
            for (int stage = 0; stage < shape; stage++) {
                left[i] += term;
                term *= stages / (stage + 1);
            }
        }
        return left;
    }

    private Expectation expectation(double[] left) {
        double[] people = new double[told];
        double[][] chance = new double[told][told];
        for (int k = 0; k < told; k++) {
            int end = (first + k + 1) * PER_QUARTER;
            for (int bin = first * PER_QUARTER; bin < end; bin++) {
                if (arrivals[bin] > 0) {
                    int age = end - 1 - bin;
                    people[k] += arrivals[bin] * left[age];
                    double gone = arrivals[bin] * (1 - left[age]);
                    for (int l = k; l < told; l++) {
                        chance[l][k] += gone * left[age + (l - k) * PER_QUARTER];
                    }
                }
            }
        }
        return new Expectation(people, chance);
    }

    private void addAll(Expectation expected, double before, Likely into) {
        double[] seen = new double[told];
        for (int k = 0; k < told; k++) {
            seen[k] = balance[first + k] - expected.people[k];
        }
        for (double company : COMPANY) {
            for (double misfit : MISFITS) {
                double[][] chance = chance(expected, company, misfit);
                for (double times : ERRORS) {
                    double off = Math.log(times) / ERROR_DOUBT;
                    into.add(new Idea(new Gaussian(plusDrift(chance, times), seen, before - off * off / 2), times));
                }
            }
        }
    }

    private double[][] chance(Expectation expected, double company, double misfit) {
        double[][] chance = new double[told][told];
        for (int k = 0; k < told; k++) {
            for (int l = 0; l <= k; l++) {
                chance[k][l] = company * expected.chance[k][l] + misfit * misfit * alike[k][l];
                chance[l][k] = chance[k][l];
            }
            chance[k][k] += ROUNDING;
        }
        return chance;
    }

    private double[][] plusDrift(double[][] chance, double times) {
        double[][] sum = new double[told][told];
        for (int k = 0; k < told; k++) {
            for (int l = 0; l < told; l++) {
                sum[k][l] = chance[k][l] + times * drift[k][l];
            }
        }
        return sum;
    }

    private Drift mean(List<Possibility> likely) {
        double[] people = new double[crossings.length + 1];
        double[] variance = new double[crossings.length + 1];
        double weights = likely.stream().mapToDouble(Possibility::weight).sum();
        for (int k = 0; k < count; k++) {
            double sum = 0;
            double squares = 0;
            for (Possibility one : likely) {
                Idea idea = one.idea;
                double mean = idea.times * idea.seen.mean(drift[k]);
                double unsure = idea.times * (drift[k][k] - idea.times * idea.seen.told(drift[k]));
                sum += one.weight * mean;
                squares += one.weight * (mean * mean + Math.max(0, unsure));
            }
            people[first + k + 1] = sum / weights;
            variance[first + k + 1] = Math.max(0, squares / weights - sum * sum / weights / weights);
        }
        return new Drift(people, variance);
    }
}
