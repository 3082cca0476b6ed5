package dev.footfall.reason;

/** About phones and other devices that are heard, and the visitors told by them. */
public sealed interface RadioReason extends Reason {
    @Says("by WiFi, calibrated on {days} earlier days")
    record ByWifi(int days) implements RadioReason {}

    /** @param days known; @param unit the word for so many days */
    @Says(
            "not calibrated: WiFi and the people present were known together on {days} earlier {unit} for {minutes} minutes;"
                    + " {fewest} days and {least} minutes are needed")
    record WifiUncalibrated(int days, Word unit, double minutes, int fewest, int least) implements RadioReason {}

    @Says("not calibrated: the number of people was the same whenever WiFi was known with it")
    record PeopleNeverChanged() implements RadioReason {}

    @Says(
            "WiFi with devices near by and the people present were known together on fewer than {days} earlier days in these"
                    + " hours")
    record WifiRarelyKnown(int days) implements RadioReason {}

    @Says("{devices} devices that stay are left out")
    record DevicesStay(int devices) implements RadioReason {}

    @Says("more than {devices} devices, the rest is not counted")
    record TooManyDevices(int devices) implements RadioReason {}

    @Says("by WiFi and a survey of {readings} readings")
    record BySurvey(int readings) implements RadioReason {}

    @Says("no device was heard inside that tells where")
    record NoDeviceInside() implements RadioReason {}

    @Says("nobody came in or passed")
    record NobodyCameOrPassed() implements RadioReason {}

    @Says("no visit began")
    record NoVisitBegan() implements RadioReason {}

    @Says("no visit ended")
    record NoVisitEnded() implements RadioReason {}

    @Says("no visit was heard twice")
    record NoVisitHeardTwice() implements RadioReason {}

    @Says("heard twice or more: {percent} % of visits")
    record HeardTwice(double percent) implements RadioReason {}

    @Says("{stays} stays beyond the cap left out")
    record StaysBeyondCap(int stays) implements RadioReason {}

    @Says("no sensor here can tell first visits apart")
    record NoFirstVisits() implements RadioReason {}

    @Says("identifiable visitors, same day")
    record SameDay() implements RadioReason {}

    @Says("people who let themselves be known, look-back {days} days")
    record KnownPeople(int days) implements RadioReason {}

    @Says("no visits")
    record NoVisits() implements RadioReason {}

    @Says("not told from {identifiable} identifiable of {visits} visits: at least {fewest} and {percent} % are needed")
    record TooFewIdentifiable(long identifiable, long visits, int fewest, double percent) implements RadioReason {}
}
