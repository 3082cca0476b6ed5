package dev.footfall.reason;

import java.time.OffsetDateTime;

/** About sensors that feed a number: whether there are any, when they were silent, and what beams show of themselves. */
public sealed interface SensorReason extends Reason {
    @Says("no sensor")
    record NoSensor() implements SensorReason {}

    @Says("{sensor} silent {from}–{to}")
    record Silent(String sensor, OffsetDateTime from, OffsetDateTime to) implements SensorReason {}

    @Says("{sensor} silent {times} times more")
    record SilentAgain(String sensor, int times) implements SensorReason {}

    @Says("{sensor} counted by the time of arrival, for its clock was wrong")
    record CountedByArrival(String sensor) implements SensorReason {}

    @Says("a beam without direction counts breaks / 2; add an inner beam for direction")
    record NoDirection() implements SensorReason {}

    @Says(
            "the {beam} beam has been broken for {seconds} s: remove what stands in it, check its alignment and power, and"
                    + " whether active is right")
    record BeamBlocked(Word beam, long seconds) implements SensorReason {}

    @Says("the {beam} beam was silent for {n} breaks of the {other} beam: check its power, alignment, wiring and line"
            + " number")
    record BeamSilent(Word beam, int n, Word other) implements SensorReason {}

    @Says("the last {n} people never broke both beams at once: mount the beams within 10 cm of each other, and check"
            + " that both lines belong to this door")
    record BeamsApart(int n) implements SensorReason {}

    /** @param were the word for so many edges */
    @Says("{n} {were} lost today: people may be missing; look for noise on the line or an overloaded machine")
    record EdgesLost(long n, Word were) implements SensorReason {}
}
