package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.admission.Routed;
import dev.footfall.gateway.intake.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A board without a battery for its clock starts in 1970 and is put right later. Until then nothing is processed: messages
 * wait, not acknowledged. Then each is dated by how long before it came, by the clock that only goes forward.
 */
final class ClockStart {
    private static final Logger LOG = LoggerFactory.getLogger(ClockStart.class);
    /** This program is younger than that. */
    static final Instant LEAST = Instant.parse("2025-01-01T00:00:00Z");

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Instant started;
    private final long startedNanos;
    private boolean known;
    private Duration step = Duration.ZERO;

    ClockStart(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.started = clock.instant();
        this.startedNanos = nanos.getAsLong();
        this.known = !started.isBefore(LEAST);
        if (!known) {
            LOG.warn(
                    "The clock says {}: it was not set yet. Messages wait and are not acknowledged until it is; see to the"
                            + " network and a time server.",
                    started);
        }
    }

    /** True once the time is known. */
    boolean isKnown() {
        if (!known) {
            Instant now = clock.instant();
            if (!now.isBefore(LEAST)) {
                known = true;
                step = Duration.between(started, now).minusNanos(nanos.getAsLong() - startedNanos);
                LOG.info("The clock was set to {}; what came before is dated by it.", now);
            }
        }
        return known;
    }

    /** The message with the time at which it really came. */
    Routed dated(Routed message) {
        Arrival arrival = message.arrival();
        if (!arrival.at().isBefore(LEAST)) {
            return message;
        }
        Arrival dated = arrival.cameAt(arrival.at().plus(step));
        return switch (message) {
            case Routed.Understood understood ->
                new Routed.Understood(dated, understood.binding(), understood.readings(), understood.pseudonyms());
            case Routed.Refused refused ->
                new Routed.Refused(dated, refused.sensor(), refused.code(), refused.reason());
        };
    }
}
