package dev.footfall.gateway.service;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd that the service is alive, but only while every vital sign is fresh: a process that runs and does not
 * count is restarted. Without systemd the vital signs are still watched and logged, and {@link #silent} serves the
 * liveness check.
 */
public final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    /** How often to look when systemd expects no ping. */
    private static final Duration WITHOUT_SYSTEMD = Duration.ofSeconds(5);

    /** systemd advises a ping at half its interval; a third leaves room for one late turn. */
    private static final int TURNS_PER_INTERVAL = 3;

    private final SystemdNotifier systemd;
    private final List<VitalSign> signs = new CopyOnWriteArrayList<>();
    private final Set<String> reported = new HashSet<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public Watchdog(SystemdNotifier systemd) {
        this.systemd = systemd;
    }

    /** From now on, this one must be fresh too. */
    public void watch(VitalSign sign) {
        signs.add(sign);
    }

    /** No longer expected, because it was stopped on purpose. */
    public void release(VitalSign sign) {
        signs.remove(sign);
    }

    /** Names of the vital signs that have been silent for too long; empty if all is well. */
    public List<String> silent() {
        return signs.stream().filter(Watchdog::isSilent).map(VitalSign::name).toList();
    }

    /** Starts to look and to ping, on a thread of its own, three times within systemd's interval. */
    public void start() {
        Thread.ofPlatform().daemon().name("watchdog").start(this::watchUntilClosed);
    }

    /** Stops pinging. Call it after the rest has stopped: systemd times the stopping by other means. */
    @Override
    public void close() {
        closed.countDown();
    }

    /** How long to wait between two turns. */
    Duration pause() {
        return systemd.watchdogInterval()
                .map(interval -> interval.dividedBy(TURNS_PER_INTERVAL))
                .orElse(WITHOUT_SYSTEMD);
    }

    /** Looks at every sign once and pings if all are fresh. */
    void turn() {
        boolean allFresh = true;
        for (VitalSign sign : signs) {
            allFresh &= isFreshOrReported(sign);
        }
        if (allFresh && systemd.watchdogInterval().isPresent()) {
            systemd.watchdog();
        }
    }

    private boolean isFreshOrReported(VitalSign sign) {
        Duration silence = sign.silence();
        if (silence.compareTo(sign.longestSilence()) > 0) {
            if (reported.add(sign.name())) {
                LOG.error(
                        "{} has been silent for {} s (allowed: {} s); systemd will restart the service if it stays so",
                        sign.name(),
                        silence.toSeconds(),
                        sign.longestSilence().toSeconds());
            }
            return false;
        }
        if (reported.remove(sign.name())) {
            LOG.warn("{} is back", sign.name());
        }
        return true;
    }

    private static boolean isSilent(VitalSign sign) {
        return sign.silence().compareTo(sign.longestSilence()) > 0;
    }

    private void watchUntilClosed() {
        try {
            do {
                turn();
            } while (!closed.await(pause().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
