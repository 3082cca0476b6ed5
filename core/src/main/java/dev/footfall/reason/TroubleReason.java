package dev.footfall.reason;

import java.time.Duration;
import java.time.OffsetDateTime;

/** About a sensor that should not be believed. */
public sealed interface TroubleReason extends Reason {
    String FAULT = " This looks like a fault of the sensor, not like a quiet store: ";
    String SILENCE = FAULT + "see to its power, its network and what stands in its way.";
    String SEE =
            " go on as before: this looks like a fault of {sensor}. See whether it was moved, covered or set otherwise.";

    @Says("{sensor}: silent since {since}, for it has not spoken for twice the {every} in which it should." + SILENCE)
    record SilentSince(String sensor, OffsetDateTime since, Duration every) implements TroubleReason {}

    @Says("{sensor}: not heard since {since}, though it should speak every {every}." + SILENCE)
    record NotHeardSince(String sensor, OffsetDateTime since, Duration every) implements TroubleReason {}

    @Says("{sensor}: {why}." + SILENCE)
    record SilentBecause(String sensor, Reason why) implements TroubleReason {}

    @Says(
            "{sensor}'s clock stands still, jumped or was never set: {wrong} of its {messages} messages between {from} and {to}"
                    + " were counted at the time they arrived." + FAULT + "set its clock, or give it a time server.")
    record ClockWrong(String sensor, long wrong, long messages, OffsetDateTime from, OffsetDateTime to)
            implements TroubleReason {}

    @Says("{sensor} told a count at {at} that cannot be people ({why}); it was left out." + FAULT
            + "its counter was reset, replaced or disturbed.")
    record CountImpossible(String sensor, OffsetDateTime at, Reason why) implements TroubleReason {}

    @Says("{sensor}: {why}. This looks like a fault, not real.")
    record BeamFault(String sensor, Reason why) implements TroubleReason {}

    @Says("{sensor} has heard {percent} % of what the people at the doors lead to expect since {since}, while the doors"
            + SEE)
    record HeardLess(String sensor, double percent, OffsetDateTime since) implements TroubleReason {}

    @Says(
            "{sensor} has counted {percent} % of what the other sensors of its entrance lead to expect since {since}, while they"
                    + SEE)
    record CountedLess(String sensor, double percent, OffsetDateTime since) implements TroubleReason {}
}
