package dev.footfall.gateway.journal;

import dev.footfall.observation.Observation;

/** Receives observations as they are read back, each with the key that recognises its repeats (0 for none). */
@FunctionalInterface
public interface ObservationSink {
    void accept(Observation observation, long key);
}
