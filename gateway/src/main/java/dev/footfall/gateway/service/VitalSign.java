package dev.footfall.gateway.service;

import java.time.Duration;

/** Something that must keep happening while the service is well: the event loop turns, the writer commits or waits. */
public interface VitalSign {

    /** What it is, in words for the log: {@code "event loop"}. */
    String name();

    /** How long it may stay silent before the service counts as stuck. */
    Duration longestSilence();

    /** How long it has been silent. May also start the next sign of life; must return at once and must not throw. */
    Duration silence();
}
