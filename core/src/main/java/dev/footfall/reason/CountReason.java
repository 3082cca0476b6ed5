package dev.footfall.reason;

/** About people counted at doors. */
public sealed interface CountReason extends Reason {
    @Says("no sensor counts at a door")
    record NoDoorSensor() implements CountReason {}

    @Says("no tracks seen at {entrance}")
    record NoTracks(String entrance) implements CountReason {}

    @Says("no door counts how many came in")
    record NoDoorCounts() implements CountReason {}

    @Says("nobody came in")
    record NobodyCameIn() implements CountReason {}

    @Says("a beam without direction counts breaks / 2")
    record HalfTheBreaks() implements CountReason {}

    @Says("a beam without direction cannot tell who is inside")
    record BeamWithoutDirection() implements CountReason {}

    @Says("corrected for people hidden behind others in a beam")
    record HiddenPeople() implements CountReason {}

    @Says("counted only {side}, not corrected")
    record OneSideOnly(Word side) implements CountReason {}

    @Says("balance of {balance:+} is not like earlier days: corrected by the day's own")
    record BalanceUnlikeBefore(double balance) implements CountReason {}

    @Says("corrected by the factors of {days} earlier days")
    record LearnedFactors(int days) implements CountReason {}

    @Says("drift in between corrected by how long people stay")
    record CorrectedByStays() implements CountReason {}

    /** @param others who counted; @param silent who did not */
    @Says("{others} counted while {silent} was silent")
    record CountedFor(String others, String silent) implements CountReason {}

    /** @param from entries and exits before, parted by a slash; @param to the same after */
    @Says("counter fell from {from} to {to} without a restart")
    record CounterFell(String from, String to) implements CountReason {}

    @Says("{people} people in {seconds} s is more than {most:.1} a second can pass this door")
    record TooManyAtOnce(long people, double seconds, double most) implements CountReason {}
}
