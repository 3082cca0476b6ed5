package dev.footfall.reason;

/** About more going in than coming out, of people through doors and of vehicles through gates. */
public sealed interface DriftReason extends Reason {
    String PEOPLE = "entries against exits {percent:+.1} %: looks like a sensor fault at ";
    String VEHICLES = "vehicles into car park {park} against those out of it {percent:+.1} %";
    String FAULT = ": looks like a sensor fault, {why}.";

    @Says(PEOPLE + "entrance {entrance}, {why}.")
    record EntranceDrifts(double percent, String entrance, Reason why) implements DriftReason {}

    @Says(PEOPLE + "the store, {why}.")
    record StoreDrifts(double percent, Reason why) implements DriftReason {}

    @Says("its line looks reversed: turned round, the store balances")
    record LineReversed() implements DriftReason {}

    @Says("its line looks reversed: people seem to leave before they come ({inside} inside on average)")
    record LeaveBeforeTheyCome(double inside) implements DriftReason {}

    @Says("its {side} look lost ({in} in, {out} out): check that side of the sensor")
    record SideLost(Word side, double in, double out) implements DriftReason {}

    @Says("people come where nothing counts: look for a door without a sensor")
    record PeopleComeUncounted() implements DriftReason {}

    @Says("people leave where nothing counts: look for a door without a sensor")
    record PeopleLeaveUncounted() implements DriftReason {}

    @Says(VEHICLES + FAULT)
    record CarParkDrifts(double percent, String park, Reason why) implements DriftReason {}

    @Says(VEHICLES + ", day after day" + FAULT)
    record CarParkDriftsDaily(double percent, String park, Reason why) implements DriftReason {}

    @Says("lane {lane} looks reversed: turned round, the car park balances")
    record LaneReversed(String lane) implements DriftReason {}

    @Says("lane {lane} seems to lose {side} ({in} in, {out} out): check its sensor")
    record LaneLoses(String lane, Word side, int in, int out) implements DriftReason {}

    @Says("too few {side} were counted: check lanes {lanes} by a manual count, or look for a way without a sensor")
    record LanesLose(Word side, String lanes) implements DriftReason {}
}
