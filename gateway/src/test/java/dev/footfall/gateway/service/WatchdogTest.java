package dev.footfall.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final AtomicLong nanoTime = new AtomicLong();
    private final Queue<Runnable> eventLoop = new ArrayDeque<>();
    private NotifySocket systemd;
    private Watchdog watchdog;

    @BeforeEach
    void start() {
        String address = folder.resolve("notify").toString();
        systemd = new NotifySocket(address);
        watchdog = new Watchdog(SystemdNotifier.from(Map.of("NOTIFY_SOCKET", address, "WATCHDOG_USEC", "30000000"), 1));
    }

    @AfterEach
    void stop() {
        watchdog.close();
        systemd.close();
    }

    @Test
    void pingsWhileEverySignIsFresh() {
        Heartbeat writer = loop("writer");
        watchdog.watch(writer);

        pass(TEN_SECONDS);
        watchdog.turn();

        assertThat(systemd.next(SOON)).contains("WATCHDOG=1");
        assertThat(watchdog.silent()).isEmpty();
    }

    @Test
    void oneSilentSignIsEnoughToStopThePing() {
        Heartbeat writer = loop("writer");
        Heartbeat relay = loop("relay");
        watchdog.watch(writer);
        watchdog.watch(relay);

        pass(TEN_SECONDS.plusNanos(1));
        relay.beat();
        watchdog.turn();

        assertThat(systemd.next(Duration.ZERO)).isEmpty();
        assertThat(watchdog.silent()).containsExactly("writer");
    }

    @Test
    void pingsAgainWhenTheSignIsBack() {
        Heartbeat writer = loop("writer");
        watchdog.watch(writer);
        pass(TEN_SECONDS.multipliedBy(2));
        watchdog.turn();

        writer.beat();
        watchdog.turn();

        assertThat(systemd.next(SOON)).contains("WATCHDOG=1");
    }

    @Test
    void aReleasedSignIsNoLongerExpected() {
        Heartbeat relay = loop("relay");
        watchdog.watch(relay);
        pass(TEN_SECONDS.multipliedBy(2));

        watchdog.release(relay);
        watchdog.turn();

        assertThat(systemd.next(SOON)).contains("WATCHDOG=1");
    }

    @Test
    void aSleepingThreadIsAskedAndItsAnswerCounts() {
        watchdog.watch(Heartbeat.ofExecutor("event loop", TEN_SECONDS, nanoTime::get, eventLoop::add));
        watchdog.turn();
        pass(TEN_SECONDS);
        eventLoop.remove().run();

        pass(TEN_SECONDS);
        watchdog.turn();

        assertThat(systemd.next(SOON)).contains("WATCHDOG=1");
        assertThat(systemd.next(SOON)).contains("WATCHDOG=1");
    }

    @Test
    void aStuckThreadIsAskedOnceOnlySoThatNothingPilesUp() {
        watchdog.watch(Heartbeat.ofExecutor("event loop", TEN_SECONDS, nanoTime::get, eventLoop::add));

        for (int i = 0; i < 5; i++) {
            pass(TEN_SECONDS);
            watchdog.turn();
        }

        assertThat(eventLoop).hasSize(1);
        assertThat(watchdog.silent()).containsExactly("event loop");
    }

    @Test
    void anExecutorThatWasShutDownIsSilence() {
        watchdog.watch(Heartbeat.ofExecutor("event loop", TEN_SECONDS, nanoTime::get, beat -> {
            throw new RejectedExecutionException();
        }));

        pass(TEN_SECONDS.multipliedBy(2));

        assertThat(watchdog.silent()).containsExactly("event loop");
    }

    @Test
    void theRunningWatchdogPingsByItself() {
        watchdog.watch(loop("writer"));

        watchdog.start();

        assertThat(systemd.next(SOON)).contains("WATCHDOG=1");
    }

    @Test
    void withoutAnExpectedPingNoneIsSent() {
        String address = folder.resolve("other").toString();
        try (NotifySocket other = new NotifySocket(address);
                Watchdog unasked = new Watchdog(SystemdNotifier.from(Map.of("NOTIFY_SOCKET", address), 1))) {
            unasked.turn();

            assertThat(other.next(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void threeTurnsFitIntoTheIntervalOfSystemd() {
        assertThat(watchdog.pause()).isEqualTo(TEN_SECONDS);
    }

    private Heartbeat loop(String name) {
        return Heartbeat.ofLoop(name, TEN_SECONDS, nanoTime::get);
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
