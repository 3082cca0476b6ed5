package dev.footfall.metrics.beam;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A door with beams for tests: blocks may be given in any order; they are played in order of time when looked at. */
final class Door implements BeamMachine.Sink {
    private final BeamMachine machine;
    private final List<Edge> waiting = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();

    private record Edge(Side side, boolean broken, long at) {}

    Door(boolean dual) {
        this(new BeamSettings(dual, 25, 500, 2500));
    }

    Door(BeamSettings settings) {
        machine = new BeamMachine(settings, this);
    }

    Door outer(long from, long to) {
        return block(Side.OUTER, from, to);
    }

    Door inner(long from, long to) {
        return block(Side.INNER, from, to);
    }

    private Door block(Side side, long from, long to) {
        waiting.add(new Edge(side, true, from));
        waiting.add(new Edge(side, false, to));
        if (waiting.size() > 2 && from < waiting.getFirst().at() - 5000) {
            // A clock set back: what was said before it comes first.
            List<Edge> now = List.copyOf(waiting.subList(waiting.size() - 2, waiting.size()));
            waiting.removeAll(now);
            play();
            waiting.addAll(now);
        }
        return this;
    }

    Door edge(Side side, boolean broken, long at) {
        play();
        machine.edge(side, broken, at);
        return this;
    }

    Door found(Side side, boolean broken, long at) {
        machine.found(side, broken, at);
        return this;
    }

    Door lost(Side side, int edges, long at) {
        play();
        machine.lost(side, edges, at);
        return this;
    }

    Door alive(long at) {
        play();
        machine.advance(at);
        return this;
    }

    private void play() {
        waiting.sort(Comparator.comparingLong(Edge::at));
        waiting.forEach(edge -> machine.edge(edge.side(), edge.broken(), edge.at()));
        waiting.clear();
    }

    BeamMachine machine() {
        play();
        return machine;
    }

    /** Everything so far, settled. */
    List<Passage.Way> ways() {
        play();
        machine.settle();
        return passages.stream().map(Passage::way).toList();
    }

    List<Passage> passages() {
        return passages;
    }

    List<BeamFinding.Kind> kinds() {
        return machine().findings().stream().map(BeamFinding::kind).toList();
    }

    @Override
    public void passed(Passage passage) {
        passages.add(passage);
    }

    @Override
    public void blocked(long start, long end) {}
}
