package dev.footfall.reason;

/** About a figure beyond its limits. */
public sealed interface UnusualReason extends Reason {
    @Says("{people} people were in the store at once; its capacity is {capacity}.")
    record OverCapacity(double people, int capacity) implements UnusualReason {}

    @Says("{value} {unit} where {usual} are usual at this weekday and time (limits {low} to {high})")
    record Unusual(double value, Word unit, double usual, double low, double high) implements UnusualReason {}

    @Says("alone that is nothing, but the hours before were off to the same side")
    record HoursBeforeOff() implements UnusualReason {}

    @Says("it looks real: every sensor is heard.")
    record LooksReal() implements UnusualReason {}

    @Says("a sensor fault is likely: its sensors are heard, but nothing is counted.")
    record NothingCounted() implements UnusualReason {}

    @Says("a sensor fault is likely: {why}.")
    record FaultLikely(Reason why) implements UnusualReason {}

    @Says("a sensor was silent")
    record SensorWasSilent() implements UnusualReason {}
}
