package dev.footfall.relay.link;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes one waiting thread: when there is news, if it wants to know, and always when it is to stop. Thread-safe. */
public final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean news;
    private boolean closed;

    public void ring() {
        lock.lock();
        try {
            news = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits that long, or until the bell rings (also if it did since the last wait), or it is closed. */
    public void await(Duration most, boolean endsWithNews) {
        long left = most.toNanos();
        lock.lock();
        try {
            while (left > 0 && !closed && !(endsWithNews && news)) {
                left = changed.awaitNanos(left);
            }
            news = false;
        } catch (InterruptedException e) {
            // only our own stop interrupts
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
