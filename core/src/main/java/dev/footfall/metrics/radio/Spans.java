package dev.footfall.metrics.radio;

/**
 * Visits by the time between their first and last burst: a class for visits of one burst, then classes that grow by an
 * eighth. The sum per class is kept, so that means stay exact.
 */
final class Spans {
    static final int CLASSES = 80;
    private static final double FIRST_SECONDS = 2;
    private static final double GROWTH = 1.125;

    private final int[] counts = new int[CLASSES];
    private final double[] seconds = new double[CLASSES];
    private int total;

    void add(double spanSeconds) {
        int index = classOf(spanSeconds);
        counts[index]++;
        seconds[index] += spanSeconds;
        total++;
    }

    static int classOf(double spanSeconds) {
        if (spanSeconds < FIRST_SECONDS) {
            return 0;
        }
        int index = 1 + (int) (Math.log(spanSeconds / FIRST_SECONDS) / Math.log(GROWTH));
        return Math.min(CLASSES - 1, index);
    }

    void add(Spans other) {
        for (int i = 0; i < CLASSES; i++) {
            counts[i] += other.counts[i];
            seconds[i] += other.seconds[i];
        }
        total += other.total;
    }

    int total() {
        return total;
    }

    /** Visits heard at least twice. */
    int again() {
        return total - counts[0];
    }

    int count(int index) {
        return counts[index];
    }

    /** The mean span in a class, in seconds; 0 for an empty one. */
    double mean(int index) {
        return counts[index] == 0 ? 0 : seconds[index] / counts[index];
    }
}
