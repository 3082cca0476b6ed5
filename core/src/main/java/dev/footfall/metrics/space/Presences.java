package dev.footfall.metrics.space;

import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.observation.SensorId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Persons of whom a camera tells the zones, not the place. A visit lasts from the message that first names the zone to the
 * one that no longer does; who is not mentioned for five minutes left with the last mention.
 */
final class Presences {
    static final long LONGEST_SILENCE_MICROS = 300_000_000;
    /** More people than this are not remembered; the one longest without a message goes first. */
    private static final int REMEMBERED = 10_000;

    private record Name(SensorId sensor, String track) {}

    /** One person in view. */
    private static final class Person {
        final ZonePassage[] passages;
        BitSet zones = new BitSet();
        boolean staff;
        long micros;

        Person(ZonePassage[] passages) {
            this.passages = passages;
        }
    }

    private final List<ZoneTally> zones;
    private final BitSet forStaff = new BitSet();
    private final Transitions transitions;
    private final QuarterSums stayed;
    private final Dirty dirty;
    private final Map<Name, Person> people = new Recent<>(REMEMBERED);
    private long outOfOrder;

    Presences(DaySeconds day, Dirty dirty, List<ZoneTally> zones, Transitions transitions) {
        this.dirty = dirty;
        this.zones = zones;
        this.transitions = transitions;
        this.stayed = new QuarterSums(day);
        for (int i = 0; i < zones.size(); i++) {
            forStaff.set(i, zones.get(i).isForStaff());
        }
    }

    /** @param now the zones the person is in, by their places in the configuration */
    void add(SensorId sensor, long micros, String track, BitSet now, boolean ended) {
        Name name = new Name(sensor, track);
        Person person = people.get(name);
        if (person != null && micros < person.micros) {
            outOfOrder++;
            return;
        }
        if (person == null || micros - person.micros > LONGEST_SILENCE_MICROS) {
            person = new Person(newPassages());
            people.put(name, person);
        } else {
            stay(person, micros);
        }
        arrive(person, visible(person, now), micros);
        if (now.intersects(forStaff)) {
            // who is where only staff go is staff, from here on
            person.staff = true;
        }
        if (ended) {
            people.remove(name);
        }
    }

    private ZonePassage[] newPassages() {
        Journey journey = new Journey(transitions);
        ZonePassage[] passages = new ZonePassage[zones.size()];
        for (int i = 0; i < passages.length; i++) {
            passages[i] = new ZonePassage(i, zones.get(i), journey);
        }
        return passages;
    }

    /** The zones in which the person counts: staff in those of staff only. */
    private BitSet visible(Person person, BitSet now) {
        if (!person.staff && !now.intersects(forStaff)) {
            return now;
        }
        BitSet zonesOfStaff = (BitSet) now.clone();
        zonesOfStaff.and(forStaff);
        return zonesOfStaff;
    }

    private void stay(Person person, long micros) {
        BitSet in = person.zones;
        for (int zone = in.nextSetBit(0); zone >= 0; zone = in.nextSetBit(zone + 1)) {
            person.passages[zone].inside(person.micros, micros, true);
        }
        if (!in.isEmpty() && !person.staff) {
            stayed.addSpan(person.micros, micros);
            dirty.within((int) (person.micros / 1_000_000), (int) (micros / 1_000_000));
        }
    }

    private static void arrive(Person person, BitSet now, long micros) {
        for (int zone = 0; zone < person.passages.length; zone++) {
            if (now.get(zone) && !person.zones.get(zone)) {
                person.passages[zone].startInside(micros);
            } else if (person.zones.get(zone) && !now.get(zone)) {
                person.passages[zone].outside(true);
            }
        }
        person.zones = now;
        person.micros = micros;
    }

    /** Messages left out because their person had gone on already. */
    long outOfOrder() {
        return outOfOrder;
    }

    /** Person-microseconds in any zone, in the quarters of [from, to). */
    long stayed(int from, int to) {
        return stayed.over(from, to);
    }

    /** People in a zone at a moment close to now. */
    int present(int zone, long micros) {
        int count = 0;
        for (Person person : people.values()) {
            if (person.zones.get(zone) && micros - person.micros <= LONGEST_SILENCE_MICROS) {
                count++;
            }
        }
        return count;
    }
}
