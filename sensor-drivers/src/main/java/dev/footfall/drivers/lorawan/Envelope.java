package dev.footfall.drivers.lorawan;

import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.observation.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message turned out to be. */
public sealed interface Envelope {

    /** A sensor spoke. */
    record Up(Uplink uplink) implements Envelope {}

    /**
     * The network server tells something about the device; nothing is counted.
     *
     * @param names as {@link Uplink#names}
     * @param readings a sign of life where the device itself gave one
     * @param reason what it is about, null if it goes without saying
     */
    record Notice(
            @Nullable String device,
            String names,
            List<Reading> readings,
            @Nullable String reason) implements Envelope {
        public Notice {
            readings = List.copyOf(readings);
        }
    }

    /**
     * Nothing that can be read.
     *
     * @param names as {@link Uplink#names}, empty without envelope
     */
    record Refused(Rejected refusal, String names) implements Envelope {}
}
