package dev.footfall.metrics.space;

import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** How often people went from one zone to another, by the quarter in which they arrived. */
final class Transitions {

    /** From one zone to another, by their places in the configuration. */
    record Pair(int from, int to) implements Comparable<Pair> {
        private static final Comparator<Pair> ORDER =
                Comparator.comparingInt(Pair::from).thenComparingInt(Pair::to);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    private final DaySeconds day;
    private final Dirty dirty;
    private final Map<Pair, QuarterSums> counts = new TreeMap<>();

    Transitions(DaySeconds day, Dirty dirty) {
        this.day = day;
        this.dirty = dirty;
    }

    /** @param count 1, or −1 to take it back */
    void add(int from, int to, long micros, int count) {
        counts.computeIfAbsent(new Pair(from, to), pair -> new QuarterSums(day)).add(micros, count);
        int second = (int) Math.floorDiv(micros, 1_000_000L);
        dirty.within(second, second);
    }

    Map<Pair, QuarterSums> counts() {
        return counts;
    }
}
