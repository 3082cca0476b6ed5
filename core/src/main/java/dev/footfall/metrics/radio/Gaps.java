package dev.footfall.metrics.radio;

/** How long phones are silent between their bursts: gaps from start to start within visits, by the second. */
final class Gaps {
    /** The longest gap within a visit, in seconds. */
    static final int LONGEST = 300;

    private final int[] counts = new int[LONGEST + 1];
    private int total;

    void add(int millis) {
        counts[Math.min(LONGEST, (millis + 500) / 1000)]++;
        total++;
    }

    int total() {
        return total;
    }

    /** Gaps of so many whole seconds. */
    int of(int seconds) {
        return counts[seconds];
    }
}
