package dev.footfall.metrics.fusion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one source counts for every person that the others know of: a Gamma-Poisson ratio that forgets slowly, with the
 * spread that its own past shows. An hour far outside of it is a disagreement; while it lasts nothing is learned from it,
 * until it has lasted for a day of open hours and is the new normal.
 */
public final class RatioWatch {
    /** Per quarter hour; 0.98 per hour. */
    private static final double KEPT = Math.pow(0.98, 0.25);

    /** With fewer people than this a quarter tells nothing about a ratio. */
    private static final double FEWEST = 3;

    /** So many quarters are learned from before anything is judged. */
    private static final int LEARNED_FIRST = 96;

    /** So many quarters in a row must agree that something is wrong. */
    private static final int IN_A_ROW = 4;

    private static final int NEW_NORMAL = 48;

    /** A quarter alone: one in forty on that side; all in a row: one in a thousand. */
    private static final double ONE = 1.96;

    private static final double TOGETHER = 3.09;

    private double count;
    private double people;
    private double spread = 2;
    private int learned;
    private int row;
    private double rowCount;
    private double rowExpected;
    private @Nullable Instant since;

    /**
     * A source that counts much less than the others lead to expect. One that counts more is none: neighbours may do that.
     *
     * @param since start of the first quarter that is off
     * @param counted what it counted since then
     * @param share that, of what it used to count for the same people
     */
    public record Disagreement(Instant since, double counted, double share) {}

    /**
     * A quarter hour.
     *
     * @param start when it began
     * @param others people told by the other sources
     * @param counted what this source counted
     * @return the disagreement under way, or null
     */
    public @Nullable Disagreement see(Instant start, double others, double counted) {
        if (others < FEWEST) {
            return found();
        }
        if (learned < LEARNED_FIRST) {
            learn(others, counted);
            return null;
        }
        double expected = others * count / people;
        double off = distance(counted, expected);
        boolean goesOn = row != 0 && Math.abs(off) > ONE && off > 0 == row > 0;
        if (goesOn || Math.abs(off) > ONE) {
            count(start, counted, expected, off, goesOn);
        } else {
            row = 0;
            learn(others, counted);
        }
        if (Math.abs(row) > NEW_NORMAL) {
            reset(others, counted);
        }
        return found();
    }

    private void count(Instant start, double counted, double expected, double off, boolean goesOn) {
        if (!goesOn) {
            row = 0;
            rowCount = 0;
            rowExpected = 0;
            since = start;
        }
        row += off > 0 ? 1 : -1;
        rowCount += counted;
        rowExpected += expected;
    }

    private void reset(double others, double counted) {
        row = 0;
        learned = 0;
        count = 0;
        people = 0;
        learn(others, counted);
    }

    private @Nullable Disagreement found() {
        Instant from = since;
        boolean off = row <= -IN_A_ROW && distance(rowCount, rowExpected) < -TOGETHER;
        return off && from != null ? new Disagreement(from, rowCount, rowCount / rowExpected) : null;
    }

    /** In standard deviations, on the scale of square roots, on which the spread does not depend on the level. */
    private double distance(double counted, double expected) {
        return 2 * (Math.sqrt(counted + 0.375) - Math.sqrt(expected + 0.375)) / Math.sqrt(spread);
    }

    private void learn(double others, double counted) {
        if (learned >= LEARNED_FIRST / 2) {
            double off = 2 * (Math.sqrt(counted + 0.375) - Math.sqrt(others * count / people + 0.375));
            spread = Math.max(1, spread + (off * off - spread) / Math.min(learned, 96));
        }
        count = KEPT * count + counted;
        people = KEPT * people + others;
        learned++;
    }
}
