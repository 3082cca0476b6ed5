package dev.footfall.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Which device times to believe. A clock that runs ahead of the arrival, or lies so far back that it must be frozen or
 * never set (1970, 2000, two months ago), is not believed; the arrival time stands in.
 *
 * @param maxAhead how far ahead of the arrival a device's clock may be
 * @param maxAge how old a message may be; older ones could not be folded into their day any more
 */
public record ClockTrust(Duration maxAhead, Duration maxAge) {
    public static final Duration DEFAULT_MAX_AHEAD = Duration.ofMinutes(5);
    public static final Duration DEFAULT_MAX_AGE = Duration.ofDays(35);
    public static final ClockTrust DEFAULT = new ClockTrust(DEFAULT_MAX_AHEAD, DEFAULT_MAX_AGE);

    public boolean believes(Instant deviceTime, Instant arrival) {
        return !deviceTime.isAfter(arrival.plus(maxAhead)) && !deviceTime.isBefore(arrival.minus(maxAge));
    }
}
