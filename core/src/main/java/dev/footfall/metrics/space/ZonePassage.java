package dev.footfall.metrics.space;

import dev.footfall.metrics.stay.StayVisit;

/**
 * One track and one zone. A crossing of the border counts at once, at its own time, and is taken back if the person
 * returns before having been a hysteresis away from the border: so the outcome is that of waiting, without the wait.
 */
final class ZonePassage {

    private enum Place {
        OUT,
        /** Inside, but not yet far enough to be sure. */
        JUST_IN,
        IN,
        /** Outside again, but not yet far enough to be sure. */
        JUST_OUT
    }

    private final int index;
    private final ZoneTally zone;
    private final Journey journey;
    private final QueueVisit queue;
    private final StayVisit stay;
    private Place place = Place.OUT;
    private long enteredMicros;
    private boolean engaged;

    ZonePassage(int index, ZoneTally zone, Journey journey) {
        this.index = index;
        this.zone = zone;
        this.journey = journey;
        this.queue = new QueueVisit(zone.queue());
        this.stay = new StayVisit(zone.stays());
    }

    /** The track's first fix lies in the zone: the person has entered it, without doubt. */
    void startInside(long micros) {
        enter(micros);
        place = Place.IN;
    }

    /** True if the person is in the zone beyond doubt. */
    boolean isSure() {
        return place == Place.IN || place == Place.JUST_OUT;
    }

    boolean isOut() {
        return place == Place.OUT;
    }

    boolean isInside() {
        return place == Place.IN || place == Place.JUST_IN;
    }

    /** @param sure true if the border was a hysteresis away at some point of this stretch */
    void inside(long fromMicros, long toMicros, boolean sure) {
        if (place == Place.OUT) {
            enter(fromMicros);
            place = Place.JUST_IN;
        } else if (place == Place.JUST_OUT) {
            place = Place.IN;
        }
        if (sure) {
            place = Place.IN;
        }
        zone.stayed(fromMicros, toMicros);
        queue.stayed(fromMicros, toMicros);
        stay.lasts(toMicros);
        if (!engaged && zone.isEngagement(toMicros - enteredMicros)) {
            engaged = true;
            zone.engaged(enteredMicros, 1);
        }
    }

    /** @param sure true if the border was a hysteresis away at some point of this stretch */
    void outside(boolean sure) {
        if (place == Place.JUST_IN) {
            takeBack();
            place = Place.OUT;
        } else if (place == Place.IN) {
            place = Place.JUST_OUT;
        }
        if (sure) {
            place = Place.OUT;
        }
    }

    private void enter(long micros) {
        enteredMicros = micros;
        engaged = false;
        zone.entered(micros, 1);
        queue.begin(micros);
        stay.begin(micros);
        if (!zone.isForStaff()) {
            journey.arrive(index, micros);
        }
    }

    private void takeBack() {
        zone.entered(enteredMicros, -1);
        if (engaged) {
            zone.engaged(enteredMicros, -1);
        }
        queue.takeBack();
        stay.takeBack();
        if (!zone.isForStaff()) {
            journey.takeBack(index);
        }
    }
}
