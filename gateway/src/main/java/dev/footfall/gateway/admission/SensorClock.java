package dev.footfall.gateway.admission;

import dev.footfall.observation.Fact;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Observation;
import dev.footfall.observation.Reading;
import dev.footfall.time.ClockTrust;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one sensor's clock: whether it moves, and how far it is from ours. */
final class SensorClock {
    /** A device that repeats one time for longer than this while it goes on talking has a stopped clock. */
    private static final Duration STANDSTILL = Duration.ofMinutes(5);

    private final Map<String, Counted> counters = new HashMap<>();
    private @Nullable Instant newest;
    private @Nullable Instant repeated;
    private @Nullable Instant repeatedSince;

    private record Counted(Instant deviceTime, long in, long out) {}

    /** When it happened, and whether the device's own word was taken for it. */
    record Dated(Instant at, boolean trusted) {}

    Dated date(Reading reading, Instant arrival, ClockTrust trust) {
        Instant deviceTime = reading.deviceTime();
        if (deviceTime == null) {
            return new Dated(arrival, true);
        }
        if (!trust.believes(deviceTime, arrival) || standsStill(reading, deviceTime, arrival)) {
            return new Dated(arrival, false);
        }
        if (newest == null || deviceTime.isAfter(newest)) {
            newest = deviceTime;
        }
        return new Dated(deviceTime, true);
    }

    /** A retained message is a replay if its own time is not newer than what the sensor said before. */
    boolean isReplay(Reading reading) {
        Instant deviceTime = reading.deviceTime();
        return deviceTime != null && newest != null && !deviceTime.isAfter(newest);
    }

    private boolean standsStill(Reading reading, Instant deviceTime, Instant arrival) {
        if (reading.fact() instanceof Fact.Counter counter) {
            Counted last = counters.put(reading.line(), new Counted(deviceTime, counter.inTotal(), counter.outTotal()));
            if (last != null
                    && last.deviceTime.equals(deviceTime)
                    && (last.in != counter.inTotal() || last.out != counter.outTotal())) {
                return true;
            }
        }
        if (!deviceTime.equals(repeated)) {
            repeated = deviceTime;
            repeatedSince = arrival;
            return false;
        }
        return repeatedSince != null && Duration.between(repeatedSince, arrival).compareTo(STANDSTILL) > 0;
    }

    void recall(Observation observation) {
        if (observation.has(Flag.CLOCK_UNTRUSTED)) {
            return;
        }
        if (newest == null || observation.at().isAfter(newest)) {
            newest = observation.at();
        }
        if (observation.fact() instanceof Fact.Counter counter) {
            counters.put(observation.line(), new Counted(observation.at(), counter.inTotal(), counter.outTotal()));
        }
    }
}
