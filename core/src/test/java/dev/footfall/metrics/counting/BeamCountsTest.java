package dev.footfall.metrics.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.metrics.TestStore;
import dev.footfall.metrics.beam.BeamSettings;
import dev.footfall.metrics.beam.Side;
import dev.footfall.metrics.beam.Undercount;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a pair of beams tells in all of strangers who walk slowly, in both directions. */
class BeamCountsTest {
    private static final int PEOPLE = 400;
    private static final long TEN = 6 * 3_600_000L;

    private record Block(long start, long end) {}

    private record Edge(Side side, boolean broken, long at) {}

    /** Blocks of the two beams; who overlaps is one block. */
    private final List<Block> outer = new ArrayList<>();

    private final List<Block> inner = new ArrayList<>();

    private void pass(double at, boolean inward, double millis) {
        long apart = Math.round(millis / 6);
        long first = TEN + Math.round(at);
        Block sooner = new Block(first, first + Math.round(millis));
        Block later = new Block(sooner.start + apart, sooner.end + apart);
        outer.add(inward ? sooner : later);
        inner.add(inward ? later : sooner);
    }

    private static List<Block> merged(List<Block> blocks) {
        List<Block> merged = new ArrayList<>();
        blocks.stream().sorted(Comparator.comparingLong(Block::start)).forEach(block -> {
            Block last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && block.start <= last.end) {
                merged.set(merged.size() - 1, new Block(last.start, Math.max(last.end, block.end)));
            } else {
                merged.add(block);
            }
        });
        return merged;
    }

    private double told() {
        DaySeconds day = new DaySeconds(TestStore.oneDoor().fold().day());
        BeamCounts counts = new BeamCounts(day, new Dirty(), false, new BeamSettings(true, 25, 500, 2500));
        List<Edge> edges = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Block block : merged(side == Side.OUTER ? outer : inner)) {
                edges.add(new Edge(side, true, block.start));
                edges.add(new Edge(side, false, block.end));
            }
        }
        edges.sort(Comparator.comparingLong(Edge::at));
        for (Edge edge : edges) {
            counts.add(edge.side, edge.at, Fact.Beam.of(edge.broken ? Signal.BROKEN : Signal.CLEAR));
        }
        counts.settle();
        Undercount hidden = counts.undercount(day.first(), day.end());
        return counts.grid().in(day.first(), day.end())
                + counts.grid().out(day.first(), day.end())
                + hidden.in()
                + hidden.out();
    }

    @Test
    void strangersWhoMeetInTheBeamsAreTwo() {
        Random random = new Random(5);
        double at = 0;
        for (int i = 0; i < PEOPLE; i++) {
            at -= 4000 * Math.log(1 - random.nextDouble());
            pass(at, random.nextBoolean(), 1500 * Math.exp(0.2 * random.nextGaussian()));
        }

        assertThat(told()).as("seed 5").isBetween(0.85 * PEOPLE, 1.15 * PEOPLE);
    }

    @Test
    void whereNobodyFollowsCloselyWhoTurnsBackIsNobody() {
        Random random = new Random(6);
        for (int i = 0; i < PEOPLE; i++) {
            double at = 5000.0 * i;
            if (i % 4 == 0) {
                outer.add(new Block(TEN + (long) at, TEN + (long) at + 1500));
                inner.add(new Block(TEN + (long) at + 250, TEN + (long) at + 1250));
            } else {
                pass(at, random.nextBoolean(), 1500 * Math.exp(0.2 * random.nextGaussian()));
            }
        }

        assertThat(told()).as("seed 6").isBetween(0.74 * PEOPLE, 0.76 * PEOPLE);
    }
}
