package dev.footfall.simulator.device;

import dev.footfall.observation.SensorId;
import dev.footfall.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is wrong with the sensors. The truth does not know of it.
 *
 * @param missIn share of people inward whom a door sensor does not see, and of vehicles that a gate does not
 * @param missOut share of people outward whom a door sensor does not see, and of vehicles that a gate does not
 * @param twice share of people whom a door sensor counts twice
 * @param duplicates share of MQTT messages that are delivered a second time, as QoS 1 may
 * @param dead spans in which a sensor is without power: it sees nothing, sends nothing and starts anew afterwards
 * @param frozen sensors whose clock stands still from some moment on
 * @param jumped sensors whose clock is off from some moment on
 */
public record Faults(
        double missIn,
        double missOut,
        double twice,
        double duplicates,
        List<DeadSpan> dead,
        List<FrozenClock> frozen,
        List<JumpedClock> jumped) {
    public static final Faults NONE = new Faults(0, 0, 0, 0, List.of(), List.of(), List.of());

    public Faults {
        share("miss-in", missIn);
        share("miss-out", missOut);
        share("twice", twice);
        share("duplicates", duplicates);
        dead = List.copyOf(dead);
        frozen = List.copyOf(frozen);
        jumped = List.copyOf(jumped);
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " [" + value + "] must be at least 0 and below 1");
        }
    }

    /** A sensor without power for a while. */
    public record DeadSpan(SensorId sensor, Window span) {}

    /** A sensor whose clock shows {@code since} from that moment on. */
    public record FrozenClock(SensorId sensor, Instant since) {}

    /** A sensor whose clock is off by so much from that moment on; one never set is off by decades. */
    public record JumpedClock(SensorId sensor, Instant since, Duration by) {}

    public Faults withMisses(double in, double out) {
        return new Faults(in, out, twice, duplicates, dead, frozen, jumped);
    }

    public Faults withTwice(double share) {
        return new Faults(missIn, missOut, share, duplicates, dead, frozen, jumped);
    }

    public Faults withDuplicates(double share) {
        return new Faults(missIn, missOut, twice, share, dead, frozen, jumped);
    }

    public Faults withDead(List<DeadSpan> spans) {
        return new Faults(missIn, missOut, twice, duplicates, spans, frozen, jumped);
    }

    public Faults withFrozen(List<FrozenClock> clocks) {
        return new Faults(missIn, missOut, twice, duplicates, dead, clocks, jumped);
    }

    public Faults withJumped(List<JumpedClock> clocks) {
        return new Faults(missIn, missOut, twice, duplicates, dead, frozen, clocks);
    }

    /** True if the sensor has no power at the moment. */
    boolean dead(SensorId sensor, long millis) {
        for (DeadSpan span : dead) {
            if (span.sensor().equals(sensor) && span.span().contains(Instant.ofEpochMilli(millis))) {
                return true;
            }
        }
        return false;
    }

    boolean deadThroughout(SensorId sensor, Window window) {
        return dead.stream()
                .anyMatch(span -> span.sensor().equals(sensor)
                        && !span.span().start().isAfter(window.start())
                        && !span.span().end().isBefore(window.end()));
    }

    /** When the sensor last started before the moment, or {@code otherwise} if it has run all the time. */
    long startedBefore(SensorId sensor, long millis, long otherwise) {
        long started = otherwise;
        for (DeadSpan span : dead) {
            long end = span.span().end().toEpochMilli();
            if (span.sensor().equals(sensor) && end <= millis) {
                started = Math.max(started, end);
            }
        }
        return started;
    }

    /** The time a sensor's clock shows. */
    long clock(SensorId sensor, long millis) {
        long shown = millis;
        for (FrozenClock clock : frozen) {
            if (clock.sensor().equals(sensor)) {
                shown = Math.min(shown, clock.since().toEpochMilli());
            }
        }
        for (JumpedClock clock : jumped) {
            if (clock.sensor().equals(sensor) && millis >= clock.since().toEpochMilli()) {
                shown += clock.by().toMillis();
            }
        }
        return shown;
    }
}
