package dev.footfall.gateway.source.gpio;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import dev.footfall.gpio.LineInputs;
import dev.footfall.gpio.LinePort;
import dev.footfall.gpio.LineProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the lines of one sensor on a thread of its own, and takes them up again whenever they were lost. */
final class BeamWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BeamWatch.class);
    private static final int WAIT_MILLIS = 500;
    private static final long ALIVE_EVERY = TimeUnit.MINUTES.toNanos(1);

    /** So long after the last edge the beams are told that time went on, which ends what was under way. */
    private static final long QUIET_AFTER = TimeUnit.SECONDS.toNanos(1);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final BeamLines beam;
    private final LinePort port;
    private final EdgeIntake intake;
    private final long tryAgainNanos;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean watching;
    private @Nullable String problem;
    private long aliveTold;
    private long lastEdge;
    private boolean edgesSinceAlive;

    BeamWatch(BeamLines beam, LinePort port, EdgeIntake intake, Duration tryAgain) {
        this.beam = beam;
        this.port = port;
        this.intake = intake;
        this.tryAgainNanos = tryAgain.toNanos();
        this.thread = Thread.ofPlatform().daemon().name("gpio-" + beam.sensor()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean isWatching() {
        return watching;
    }

    private void run() {
        while (!closed) {
            try (LineInputs inputs = LineInputs.open(port, beam.wish(), this::edge)) {
                begun(inputs);
                while (!closed) {
                    read(inputs);
                }
            } catch (LineProblem e) {
                failed(String.valueOf(e.getMessage()));
                LockSupport.parkNanos(tryAgainNanos);
            } finally {
                watching = false;
            }
        }
    }

    private void edge(dev.footfall.gpio.EdgeEvent event) {
        lastEdge = event.edge().nanos();
        edgesSinceAlive = true;
        intake.edge(event);
    }

    private void begun(LineInputs inputs) {
        long now = System.nanoTime();
        List<DigitalInput> lines = inputs.list();
        for (int i = 0; i < lines.size(); i++) {
            intake.found(beam.wish().lines().get(i), lines.get(i).state() == DigitalState.HIGH, now);
        }
        aliveTold = now;
        edgesSinceAlive = true;
        lastEdge = now;
        watching = true;
        LOG.info(
                "Sensor {} watches {} of {}",
                beam.sensor(),
                lines(),
                beam.wish().chip());
        problem = null;
    }

    private String lines() {
        return "line "
                + String.join(
                        " and ",
                        beam.wish().lines().stream().map(String::valueOf).toList());
    }

    private void read(LineInputs inputs) throws LineProblem {
        // Whatever comes after a wait that brought nothing happened after the wait began.
        long before = System.nanoTime();
        if (inputs.read(WAIT_MILLIS) > 0) {
            return;
        }
        boolean quiet = edgesSinceAlive && before - lastEdge > QUIET_AFTER;
        if (quiet || before - aliveTold > ALIVE_EVERY) {
            intake.alive(beam.wish().lines().getFirst(), before);
            aliveTold = before;
            edgesSinceAlive = false;
        }
    }

    /** Said once, not at every attempt. */
    private void failed(String why) {
        if (!why.equals(problem)) {
            problem = why;
            LOG.error("Sensor {} does not count: {}.", beam.sensor(), why);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }
}
