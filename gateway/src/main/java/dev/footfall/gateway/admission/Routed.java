package dev.footfall.gateway.admission;

import dev.footfall.drivers.DecodeResult;
import dev.footfall.gateway.intake.Arrival;
import org.jspecify.annotations.Nullable;

/** An arrival after routing and decoding: understood as a sensor's, or refused. */
public sealed interface Routed {
    Arrival arrival();

    /** @param pseudonyms of the identities in the readings, as far as they were made already */
    record Understood(
            Arrival arrival, SensorBinding binding, DecodeResult.Readings readings, PseudonymsAhead pseudonyms)
            implements Routed {}

    /**
     * @param sensor the sensor it was for, null if it could not be told
     * @param code bounded word for ledger and metrics, lower-case with dashes
     * @param reason one sentence for a technician
     */
    record Refused(Arrival arrival, @Nullable SensorBinding sensor, String code, String reason) implements Routed {}
}
