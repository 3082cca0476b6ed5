package dev.footfall.gateway.service;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/** A vital sign that the watched thread itself renews, either by its own turning or because it is asked to. */
public final class Heartbeat implements VitalSign {
    private static final Executor NOBODY = beat -> {};

    private final String name;
    private final Duration longestSilence;
    private final LongSupplier nanoTime;
    private final Executor watched;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long lastBeat;

    private Heartbeat(String name, Duration longestSilence, LongSupplier nanoTime, Executor watched) {
        this.name = name;
        this.longestSilence = longestSilence;
        this.nanoTime = nanoTime;
        this.watched = watched;
        this.lastBeat = nanoTime.getAsLong();
    }

    /** For a loop that turns also when it has nothing to do, and calls {@link #beat} each time. */
    public static Heartbeat ofLoop(String name, Duration longestSilence, LongSupplier nanoTime) {
        return new Heartbeat(name, longestSilence, nanoTime, NOBODY);
    }

    /**
     * For a thread that sleeps until it is given work: each look at the heartbeat gives it a beat to run, unless the
     * previous one is still waiting.
     *
     * @param watched hands work to the thread without waiting, for example {@code vertx.getOrCreateContext()::runOnContext}
     */
    public static Heartbeat ofExecutor(String name, Duration longestSilence, LongSupplier nanoTime, Executor watched) {
        return new Heartbeat(name, longestSilence, nanoTime, watched);
    }

    /** A sign of life. */
    public void beat() {
        lastBeat = nanoTime.getAsLong();
        asked.set(false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration longestSilence() {
        return longestSilence;
    }

    @Override
    public Duration silence() {
        if (!asked.getAndSet(true)) {
            ask();
        }
        return Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - lastBeat));
    }

    private void ask() {
        try {
            watched.execute(this::beat);
        } catch (RejectedExecutionException e) {
            asked.set(false); // its executor is shut down: it stays silent, and that is what will be reported
        }
    }
}
