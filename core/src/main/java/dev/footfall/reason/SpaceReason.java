package dev.footfall.reason;

/** About zones and queues. */
public sealed interface SpaceReason extends Reason {
    @Says("nobody entered")
    record NobodyEntered() implements SpaceReason {}

    @Says("nobody was in any zone")
    record NobodyInAnyZone() implements SpaceReason {}

    @Says("entries are the upward steps of a people count")
    record UpwardSteps() implements SpaceReason {}

    @Says("nobody left the queue")
    record NobodyLeftTheQueue() implements SpaceReason {}

    @Says("nobody queued")
    record NobodyQueued() implements SpaceReason {}

    @Says("wait is mean length / people who left a second, for nobody tells persons apart")
    record WaitByLength() implements SpaceReason {}
}
