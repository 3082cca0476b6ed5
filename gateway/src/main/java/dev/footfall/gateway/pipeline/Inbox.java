package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.admission.Routed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for the writer. Sources put, the writer takes all of it at once: when enough is waiting, when the oldest has
 * waited long enough, or at once after a quiet moment.
 */
final class Inbox {
    /** Enough for one commit: more per commit gains little, and waiting for more delays acknowledgements. */
    static final int ENOUGH = 1024;

    static final int FULL = 16_384;
    static final long FULL_BYTES = 8L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final long patienceNanos;
    private List<Routed> waiting = new ArrayList<>();
    private List<Runnable> resume = new ArrayList<>();
    private List<Runnable> chores = new ArrayList<>();
    private long bytes;
    private long oldestNanos;
    private long lastTakenNanos;
    private boolean closed;

    /** @param patience how long the oldest message may wait for company */
    Inbox(java.time.Duration patience) {
        this.patienceNanos = patience.toNanos();
        this.lastTakenNanos = System.nanoTime() - patienceNanos;
    }

    /** @return false if the source must stop reading; the message was taken all the same */
    boolean put(Routed message) {
        lock.lock();
        try {
            if (waiting.isEmpty()) {
                oldestNanos = System.nanoTime();
                arrived.signal();
            } else if (waiting.size() == ENOUGH - 1) {
                arrived.signal();
            }
            waiting.add(message);
            bytes += message.arrival().message().payload().length;
            return !isFull();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return waiting.size() >= FULL || bytes >= FULL_BYTES;
    }

    void whenRoom(Runnable callback) {
        lock.lock();
        try {
            if (isFull()) {
                resume.add(callback);
                return;
            }
        } finally {
            lock.unlock();
        }
        callback.run();
    }

    /** Something for the writer's thread to do between two commits. */
    void chore(Runnable chore) {
        lock.lock();
        try {
            chores.add(chore);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What the writer is to do next. */
    record Round(List<Routed> messages, List<Runnable> chores, List<Runnable> resume, boolean closed) {}

    /** Waits for work, at most until the given time passes. */
    Round take(long maxWaitNanos) throws InterruptedException {
        lock.lock();
        try {
            long start = System.nanoTime();
            while (!closed && chores.isEmpty()) {
                long now = System.nanoTime();
                long wait = waiting.isEmpty() ? maxWaitNanos - (now - start) : patience(now);
                if (wait <= 0) {
                    break;
                }
                arrived.awaitNanos(wait);
            }
            Round round = new Round(waiting, chores, resume, closed);
            waiting = new ArrayList<>(Math.max(16, waiting.size()));
            chores = new ArrayList<>();
            resume = new ArrayList<>();
            bytes = 0;
            lastTakenNanos = System.nanoTime();
            return round;
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #take}, but leaves the messages where they are. */
    Round takeChores(long maxWaitNanos) throws InterruptedException {
        lock.lock();
        try {
            long end = System.nanoTime() + maxWaitNanos;
            long wait = maxWaitNanos;
            while (!closed && chores.isEmpty() && wait > 0) {
                arrived.awaitNanos(wait);
                wait = end - System.nanoTime();
            }
            Round round = new Round(List.of(), chores, List.of(), closed);
            chores = new ArrayList<>();
            return round;
        } finally {
            lock.unlock();
        }
    }

    private long patience(long now) {
        if (waiting.size() >= ENOUGH || now - lastTakenNanos >= patienceNanos) {
            return 0;
        }
        return patienceNanos - (now - oldestNanos);
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
