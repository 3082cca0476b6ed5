package dev.footfall.gateway.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd about the life of this service (the sd_notify protocol). Without {@code NOTIFY_SOCKET} it does nothing,
 * so that callers need not ask whether systemd is there.
 */
public final class SystemdNotifier {
    private static final Logger LOG = LoggerFactory.getLogger(SystemdNotifier.class);

    private final String socket;
    private final Optional<Duration> watchdogInterval;
    private final AtomicBoolean failing = new AtomicBoolean();

    private SystemdNotifier(String socket, Optional<Duration> watchdogInterval) {
        this.socket = socket;
        this.watchdogInterval = watchdogInterval;
    }

    /**
     * Reads {@code NOTIFY_SOCKET}, {@code WATCHDOG_USEC} and {@code WATCHDOG_PID}.
     *
     * @param environment usually {@link System#getenv()}
     * @param pid this process, because a watchdog meant for another process is not ours to feed
     */
    public static SystemdNotifier from(Map<String, String> environment, long pid) {
        String socket = environment.getOrDefault("NOTIFY_SOCKET", "");
        if (!socket.isEmpty() && socket.charAt(0) != '/' && socket.charAt(0) != '@') {
            LOG.warn("NOTIFY_SOCKET [{}] is neither a path nor an abstract name; systemd will not be told", socket);
            socket = "";
        }
        return new SystemdNotifier(socket, watchdogInterval(environment, pid));
    }

    /** True if somebody listens, that is: started by systemd with {@code Type=notify}. */
    public boolean isActive() {
        return !socket.isEmpty();
    }

    /** Within which time systemd expects {@link #watchdog}; empty if it expects none of this process. */
    public Optional<Duration> watchdogInterval() {
        return watchdogInterval;
    }

    /** The service is up; {@code status} is one line for {@code systemctl status}. */
    public void ready(String status) {
        send("READY=1\nSTATUS=" + oneLine(status));
    }

    /** One line for {@code systemctl status}, for example the depth of the queue. */
    public void status(String status) {
        send("STATUS=" + oneLine(status));
    }

    /** The service has begun to shut down. */
    public void stopping() {
        send("STOPPING=1");
    }

    /** Asks for that much more time, from now, to start or to stop; for a long recovery. */
    public void extendTimeout(Duration time) {
        send("EXTEND_TIMEOUT_USEC=" + time.toNanos() / 1_000);
    }

    /** The service is alive. Only {@link Watchdog} says so. */
    void watchdog() {
        send("WATCHDOG=1");
    }

    private void send(String message) {
        if (!isActive()) {
            return;
        }
        try {
            UnixDatagram.send(socket, message.getBytes(StandardCharsets.UTF_8));
            failing.set(false);
        } catch (IOException e) {
            if (!failing.getAndSet(true)) {
                LOG.warn(
                        "systemd cannot be told [{}]: {}",
                        message.lines().findFirst().orElse(""),
                        e.getMessage());
            }
        }
    }

    private static Optional<Duration> watchdogInterval(Map<String, String> environment, long pid) {
        String micros = environment.getOrDefault("WATCHDOG_USEC", "");
        String meantFor = environment.getOrDefault("WATCHDOG_PID", "");
        if (!micros.matches("[0-9]{1,15}") || !(meantFor.isEmpty() || meantFor.equals(Long.toString(pid)))) {
            return Optional.empty();
        }
        Duration interval = Duration.ofNanos(Math.multiplyExact(Long.parseLong(micros), 1_000));
        return Optional.of(interval).filter(Duration::isPositive);
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }
}
