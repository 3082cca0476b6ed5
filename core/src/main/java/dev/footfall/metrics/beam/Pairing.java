package dev.footfall.metrics.beam;

import dev.footfall.metrics.beam.Passage.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the people in the blocks of two beams between two quiet moments. Blocks that overlap in time, through either beam,
 * are one cluster. Where both beams saw the same number of blocks the first belongs to the first, and so on: a second
 * person close behind the first is not lost. A gap that only one beam saw is no second person.
 */
final class Pairing {
    private final long secondWithin;
    private final List<Passage> passages = new ArrayList<>();

    /** Blocks that hang together. */
    private record Cluster(List<Block> outer, List<Block> inner) {
        boolean onlyOuter() {
            return inner.isEmpty();
        }

        boolean onlyInner() {
            return outer.isEmpty();
        }
    }

    private Pairing(long secondWithin) {
        this.secondWithin = secondWithin;
    }

    /** The passages, in order; both lists are in order of time. */
    static List<Passage> of(List<Block> outer, List<Block> inner, long secondWithin) {
        Pairing pairing = new Pairing(secondWithin);
        pairing.judge(clusters(outer, inner));
        return pairing.passages;
    }

    private static List<Cluster> clusters(List<Block> outer, List<Block> inner) {
        List<Cluster> clusters = new ArrayList<>();
        long reached = Long.MIN_VALUE;
        int o = 0;
        int i = 0;
        while (o < outer.size() || i < inner.size()) {
            boolean takeOuter = i == inner.size()
                    || (o < outer.size() && outer.get(o).start() <= inner.get(i).start());
            Block next = takeOuter ? outer.get(o++) : inner.get(i++);
            if (next.start() >= reached) {
                clusters.add(new Cluster(new ArrayList<>(), new ArrayList<>()));
            }
            Cluster last = clusters.getLast();
            (takeOuter ? last.outer : last.inner).add(next);
            reached = Math.max(reached, next.end());
        }
        return clusters;
    }

    private void judge(List<Cluster> clusters) {
        for (int k = 0; k < clusters.size(); k++) {
            Cluster one = clusters.get(k);
            Cluster next = k + 1 < clusters.size() ? clusters.get(k + 1) : null;
            if (next != null && oneAfterTheOther(one, next)) {
                Block second = (one.onlyOuter() ? next.inner : next.outer).getFirst();
                add(one.onlyOuter() ? Way.IN : Way.OUT, second.start(), false);
                k++;
            } else if (one.onlyOuter() || one.onlyInner()) {
                Block touched = (one.onlyOuter() ? one.outer : one.inner).getFirst();
                add(Way.TURNED_BACK, touched.start(), false);
            } else {
                pair(one);
            }
        }
    }

    /** A thin or fast body leaves the first beam before it breaks the second. */
    private boolean oneAfterTheOther(Cluster one, Cluster next) {
        if (one.onlyOuter() && next.onlyInner()) {
            return next.inner.getFirst().start() - one.outer.getFirst().start() <= secondWithin;
        }
        return one.onlyInner()
                && next.onlyOuter()
                && next.outer.getFirst().start() - one.inner.getFirst().start() <= secondWithin;
    }

    private void pair(Cluster cluster) {
        if (cluster.outer.size() == cluster.inner.size()) {
            for (int n = 0; n < cluster.outer.size(); n++) {
                Block outer = cluster.outer.get(n);
                Block inner = cluster.inner.get(n);
                add(way(outer, outer, inner, inner), Math.max(outer.start(), inner.start()), outer.overlaps(inner));
            }
            return;
        }
        Block outer = cluster.outer.getFirst();
        Block inner = cluster.inner.getFirst();
        Way way = way(outer, cluster.outer.getLast(), inner, cluster.inner.getLast());
        int people = way == Way.TURNED_BACK ? 1 : Math.min(cluster.outer.size(), cluster.inner.size());
        for (int n = 0; n < people; n++) {
            long at =
                    Math.max(cluster.outer.get(n).start(), cluster.inner.get(n).start());
            add(way, at, true);
        }
    }

    /** In if the outer beam was broken first and cleared first; turned back if one beam saw both ends of the visit. */
    private static Way way(Block outer, Block lastOuter, Block inner, Block lastInner) {
        if (!outer.whole() || !inner.whole()) {
            return Way.TURNED_BACK;
        }
        if (outer.start() < inner.start()) {
            return lastOuter.end() <= lastInner.end() ? Way.IN : Way.TURNED_BACK;
        }
        if (outer.start() > inner.start()) {
            return lastOuter.end() >= lastInner.end() ? Way.OUT : Way.TURNED_BACK;
        }
        return lastOuter.end() == lastInner.end()
                ? Way.TURNED_BACK
                : lastOuter.end() < lastInner.end() ? Way.IN : Way.OUT;
    }

    private void add(Way way, long at, boolean overlapped) {
        passages.add(new Passage(way, at, overlapped));
    }
}
