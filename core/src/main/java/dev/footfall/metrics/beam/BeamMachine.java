package dev.footfall.metrics.beam;

import dev.footfall.metrics.beam.BeamFinding.Kind;
import dev.footfall.metrics.beam.Passage.Way;
import dev.footfall.reason.SensorReason;
import java.util.ArrayList;
import java.util.List;

/**
 * One beam sensor: edges in, people out. Knows no clock: time is what the edges and signs of life say, in milliseconds on
 * any axis. People are told once both beams have been quiet for long enough to know that nobody is between them.
 */
public final class BeamMachine {
    private static final long NEVER = Long.MIN_VALUE;

    /** A clock that is being set right may step back by so little between two readings. */
    private static final long JITTER = 100;

    /** A crowd without any quiet moment is judged in parts. */
    private static final int MOST_BLOCKS = 64;

    /** Receives what was found. */
    public interface Sink {
        void passed(Passage passage);

        /** A beam was broken from {@code start} to {@code end}; of two beams the outer one tells. */
        void blocked(long start, long end);
    }

    private final BeamSettings settings;
    private final Sink sink;
    private final Debouncer outer;
    private final Debouncer inner;
    private final BeamHealth health = new BeamHealth();
    private List<Block> outerBlocks = new ArrayList<>();
    private List<Block> innerBlocks = new ArrayList<>();
    private final boolean[] lossTold = new boolean[Side.values().length];
    private long now = NEVER;
    private long lastEnd = NEVER;

    public BeamMachine(BeamSettings settings, Sink sink) {
        this.settings = settings;
        this.sink = sink;
        this.outer = new Debouncer(settings.debounce(), block -> finished(Side.OUTER, block));
        this.inner = new Debouncer(settings.debounce(), block -> finished(Side.INNER, block));
    }

    /** The beam changed to this level. */
    public void edge(Side side, boolean broken, long at) {
        forward(at);
        boolean changed = debouncer(side).edge(broken, now);
        if (!changed && !lossTold[side.ordinal()]) {
            health.lost(1);
        }
        lossTold[side.ordinal()] = false;
        closeGroup();
    }

    /** The beam was found at this level when watching began. */
    public void found(Side side, boolean broken, long at) {
        forward(at);
        debouncer(side).found(broken, now);
        closeGroup();
    }

    /** So many edges of the beam are known to be lost. */
    public void lost(Side side, int edges, long at) {
        forward(at);
        health.lost(edges);
        lossTold[side.ordinal()] = true;
    }

    /** Time has come this far without an edge. */
    public void advance(long at) {
        forward(at);
        closeGroup();
    }

    /** Nothing more will come: judges what is open, as the end of a day or of a capture does. */
    public void settle() {
        outer.settle();
        inner.settle();
        judge();
    }

    /** A clock that was set back leaves no true distances: what is under way is judged, and time begins anew. */
    private void forward(long at) {
        if (now != NEVER && at < now - JITTER) {
            boolean outerBroken = outer.level();
            boolean innerBroken = inner.level();
            settle();
            now = at;
            outer.restart(outerBroken, at);
            inner.restart(innerBroken, at);
            lastEnd = NEVER;
            return;
        }
        now = Math.max(now, at);
        outer.advance(now);
        inner.advance(now);
    }

    private Debouncer debouncer(Side side) {
        return side == Side.OUTER ? outer : inner;
    }

    private void finished(Side side, Block block) {
        lastEnd = Math.max(lastEnd, block.end());
        if (block.whole()) {
            health.broke(side);
            if (side == Side.OUTER) {
                sink.blocked(block.start(), block.end());
            }
        }
        if (!settings.dual()) {
            if (block.whole()) {
                sink.passed(new Passage(Way.EITHER, block.start(), false));
            }
            return;
        }
        (side == Side.OUTER ? outerBlocks : innerBlocks).add(block);
        if (outerBlocks.size() + innerBlocks.size() >= MOST_BLOCKS) {
            judge();
        }
    }

    private void closeGroup() {
        if (outer.quiet() && inner.quiet() && lastEnd != NEVER && now - lastEnd > settings.secondWithin()) {
            judge();
        }
    }

    private void judge() {
        if (outerBlocks.isEmpty() && innerBlocks.isEmpty()) {
            return;
        }
        List<Block> first = outerBlocks;
        List<Block> second = innerBlocks;
        outerBlocks = new ArrayList<>();
        innerBlocks = new ArrayList<>();
        for (Passage passage : Pairing.of(first, second, settings.secondWithin())) {
            health.passed(passage);
            sink.passed(passage);
        }
    }

    /** Since when a beam has been blocked by something that does not walk, or {@link Long#MAX_VALUE} if none is. */
    public long blockedSince() {
        return Math.min(blockedSince(outer), blockedSince(inner));
    }

    private long blockedSince(Debouncer beam) {
        return beam.broken() && now - beam.brokenSince() > settings.blockedAfter()
                ? beam.brokenSince()
                : Long.MAX_VALUE;
    }

    /** True if the beam is broken now, as far as believed. */
    public boolean broken(Side side) {
        return debouncer(side).broken();
    }

    /** Edges lost so far. */
    public long lostEdges() {
        return health.lost();
    }

    /** What its owner should know, as of the last edge or sign of life. */
    public List<BeamFinding> findings() {
        List<BeamFinding> findings = health.findings(settings.dual());
        for (Side side : Side.values()) {
            Debouncer beam = debouncer(side);
            if (blockedSince(beam) != Long.MAX_VALUE) {
                long seconds = (now - beam.brokenSince()) / 1000;
                findings.add(new BeamFinding(Kind.BLOCKED, new SensorReason.BeamBlocked(side.word(), seconds)));
            }
        }
        return findings;
    }
}
