package dev.footfall.gateway.capture;

import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Intake;
import dev.footfall.gateway.replay.CaptureWriter;
import dev.footfall.ledger.Fate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what arrives into a capture, on a thread of its own. A sender is answered once its message is on disk, as the
 * gateway would answer it. When the file cannot be written it stops, and nobody is answered any more.
 */
public final class Recorder implements Intake, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int FULL = 4096;

    private final Anonymiser anonymiser;
    private final CaptureWriter file;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private List<Arrival> waiting = new ArrayList<>();
    private List<Runnable> resume = new ArrayList<>();
    private boolean closed;
    private volatile boolean failed;
    private volatile Summary summary = Summary.NOTHING;

    /** @param whenEnded told once, when nothing is recorded any more */
    public Recorder(Anonymiser anonymiser, CaptureWriter file, Runnable whenEnded) {
        this.anonymiser = anonymiser;
        this.file = file;
        this.thread = Thread.ofPlatform().name("recorder").unstarted(() -> {
            run();
            whenEnded.run();
        });
    }

    /**
     * What was done so far.
     *
     * @param recorded messages in the file
     * @param refused those among them that the gateway would refuse
     * @param leftOut messages that are not in the file: "sensor: why" → how many
     */
    public record Summary(long recorded, long refused, Map<String, Long> leftOut) {
        static final Summary NOTHING = new Summary(0, 0, Map.of());

        public Summary {
            leftOut = Map.copyOf(leftOut);
        }
    }

    public void start() {
        thread.start();
    }

    public Summary summary() {
        return summary;
    }

    /** True if the file could not be written to its end. */
    public boolean failed() {
        return failed;
    }

    @Override
    public boolean offer(Arrival arrival) {
        lock.lock();
        try {
            waiting.add(arrival);
            arrived.signal();
            return waiting.size() < FULL;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void whenRoom(Runnable callback) {
        lock.lock();
        try {
            if (waiting.size() >= FULL) {
                resume.add(callback);
                return;
            }
        } finally {
            lock.unlock();
        }
        callback.run();
    }

    private void run() {
        Map<String, Long> leftOut = new TreeMap<>();
        try {
            for (List<Arrival> batch = take(); !batch.isEmpty(); batch = take()) {
                record(batch, leftOut);
            }
            file.close();
        } catch (IOException | RuntimeException e) {
            LOG.error("Nothing more is recorded: {}", e.getMessage());
            failed = true;
        }
    }

    /** What waits, empty at the end. */
    private List<Arrival> take() {
        List<Runnable> told;
        List<Arrival> batch;
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                arrived.awaitUninterruptibly();
            }
            batch = waiting;
            told = resume;
            waiting = new ArrayList<>();
            resume = new ArrayList<>();
        } finally {
            lock.unlock();
        }
        told.forEach(Runnable::run);
        return batch;
    }

    private void record(List<Arrival> batch, Map<String, Long> leftOut) throws IOException {
        List<Runnable> answers = new ArrayList<>(batch.size());
        long recorded = summary.recorded();
        long refusals = summary.refused();
        for (Arrival arrival : batch) {
            switch (anonymiser.of(arrival)) {
                case Anonymiser.Kept kept -> {
                    file.write(kept.arrival());
                    recorded++;
                    answers.add(() -> arrival.receipt().settled(Fate.COUNTED, ""));
                }
                case Anonymiser.Refused refused -> {
                    file.write(refused.arrival());
                    recorded++;
                    refusals++;
                    answers.add(() -> arrival.receipt().settled(Fate.REJECTED, refused.reason()));
                }
                case Anonymiser.LeftOut out -> {
                    leftOut.merge(out.sensor() + ": " + out.why(), 1L, Long::sum);
                    answers.add(() -> arrival.receipt().settled(Fate.SHED, out.why()));
                }
            }
        }
        file.sync();
        summary = new Summary(recorded, refusals, leftOut);
        answers.forEach(Runnable::run);
    }

    /** Writes what waits and closes the file. */
    @Override
    public void close() throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
        thread.join();
    }
}
