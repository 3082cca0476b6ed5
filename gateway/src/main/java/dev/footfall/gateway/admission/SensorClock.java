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

    /**
     * A device that tells whole seconds may count two people in one of them. Their messages arrive within that second, give or
     * take the network.
     */
    private static final Duration ONE_SECOND_AND_THE_NETWORK = Duration.ofSeconds(2);

    private final Map<String, Counted> counters = new HashMap<>();
    private @Nullable Instant newest;
    private @Nullable Instant repeated;
    private @Nullable Instant repeatedSince;

    /** @param since arrival of the first reading with this time */
    private record Counted(Instant deviceTime, Instant since, long in, long out) {}

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
        if (reading.fact() instanceof Fact.Counter counter
                && countsAgainAt(reading.line(), counter, deviceTime, arrival)) {
            return true;
        }
        if (!deviceTime.equals(repeated)) {
            repeated = deviceTime;
            repeatedSince = arrival;
            return false;
        }
        return repeatedSince != null && Duration.between(repeatedSince, arrival).compareTo(STANDSTILL) > 0;
    }

    /** The same time with another value: a clock that stands still, unless it only tells whole seconds. */
    private boolean countsAgainAt(String line, Fact.Counter counter, Instant deviceTime, Instant arrival) {
        Counted last = counters.get(line);
        if (last == null || !last.deviceTime.equals(deviceTime)) {
            counters.put(line, new Counted(deviceTime, arrival, counter.inTotal(), counter.outTotal()));
            return false;
        }
        counters.put(line, new Counted(deviceTime, last.since, counter.inTotal(), counter.outTotal()));
        if (last.in == counter.inTotal() && last.out == counter.outTotal()) {
            return false;
        }
        Duration since = Duration.between(last.since, arrival);
        return deviceTime.getNano() != 0 || since.compareTo(ONE_SECOND_AND_THE_NETWORK) >= 0;
    }

    void recall(Observation observation) {
        if (observation.has(Flag.CLOCK_UNTRUSTED)) {
            return;
        }
        if (newest == null || observation.at().isAfter(newest)) {
            newest = observation.at();
        }
        if (observation.fact() instanceof Fact.Counter counter) {
            counters.put(
                    observation.line(),
                    new Counted(observation.at(), observation.at(), counter.inTotal(), counter.outTotal()));
        }
    }
}
