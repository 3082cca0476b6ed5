package dev.footfall.time;

import java.time.Duration;
import java.time.Instant;

/** A half-open span of time, {@code start} included and {@code end} not, in UTC. */
public record Window(Instant start, Instant end) {
    public Window {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("window end [" + end + "] must be after its start [" + start + "]");
        }
    }

    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean overlaps(Window other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
