package dev.footfall.gateway.source.gpio;

import dev.footfall.gpio.LineEdge;
import dev.footfall.gpio.LinePort;
import dev.footfall.gpio.LineProblem;
import dev.footfall.gpio.LineWatch;
import dev.footfall.gpio.LineWish;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A chip whose lines a test drives. */
final class SimulatedLines implements LinePort {
    private final BlockingQueue<LineEdge> edges = new LinkedBlockingQueue<>();
    private final Map<Integer, Long> sequences = new HashMap<>();
    private final Map<Integer, Boolean> levels = new HashMap<>();
    private volatile @Nullable String problem;
    private volatile @Nullable LineWish wished;
    private long nanos;

    /** What the lines say from now on happens one after the other, as in real time, beginning now. */
    SimulatedLines() {
        nanos = System.nanoTime();
    }

    synchronized void set(int line, boolean high) {
        levels.put(line, high);
    }

    synchronized SimulatedLines edge(int line, boolean rising, long afterMillis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(afterMillis);
        levels.put(line, rising);
        edges.add(new LineEdge(line, rising, nanos, sequences.merge(line, 1L, Long::sum)));
        return this;
    }

    /** Edges that the kernel had no room for. */
    synchronized void lose(int line, long count) {
        sequences.merge(line, count, Long::sum);
    }

    /** From now on the lines cannot be had, or can again. */
    void fail(@Nullable String sentence) {
        problem = sentence;
    }

    @Nullable
    LineWish wished() {
        return wished;
    }

    private void check() throws LineProblem {
        String why = problem;
        if (why != null) {
            throw new LineProblem(why);
        }
    }

    @Override
    public LineWatch watch(LineWish wish) throws LineProblem {
        check();
        wished = wish;
        return new LineWatch() {
            @Override
            public boolean isHigh(int line) {
                synchronized (SimulatedLines.this) {
                    return levels.getOrDefault(line, false);
                }
            }

            @Override
            public int read(int waitMillis, Consumer<LineEdge> sink) throws LineProblem {
                check();
                try {
                    LineEdge edge = edges.poll(Math.min(waitMillis, 20), TimeUnit.MILLISECONDS);
                    if (edge == null) {
                        return 0;
                    }
                    sink.accept(edge);
                    return 1;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return 0;
                }
            }

            @Override
            public void close() {}
        };
    }
}
