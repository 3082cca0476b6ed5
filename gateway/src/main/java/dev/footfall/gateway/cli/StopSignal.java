package dev.footfall.gateway.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Being told to stop (Ctrl-C, {@code systemctl stop}) and doing it in order: the process does not end before {@link #close}.
 */
final class StopSignal implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Listens from now on. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ask();
            try {
                stopped.await();
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** Asks from within. */
    void ask() {
        asked.countDown();
    }

    /** Waits until asked. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** Waits until asked, or so long; true if asked. */
    boolean await(long time, TimeUnit unit) throws InterruptedException {
        return asked.await(time, unit);
    }

    /** Everything is in order: the process may end. */
    @Override
    public void close() {
        stopped.countDown();
    }
}
