package dev.footfall.simulator.device;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a door sensor sees of a day: the people through its entrance whom it does not miss. Sensors that share an entrance
 * each watch their own leaf of the door, so that everybody passes under exactly one of them. A sensor whose options swap
 * in and out is mounted the wrong way round.
 *
 * @param site the sensor's place
 * @param entrance the entrance's id; empty for the one of a store that names none
 * @param leaf which leaf this sensor watches, from 0
 * @param leaves how many simulated sensors share the entrance
 */
record DoorView(Site site, String entrance, int leaf, int leaves) {

    /** Someone crossed the threshold; {@code inward} as the sensor sees it, which may be mounted the other way round. */
    record Passage(long at, boolean inward, Visit visit) {
        Passage reversed() {
            return new Passage(at, !inward, visit);
        }

        /** True if with this person a group of several passes. */
        boolean group() {
            return visit.leader() && visit.groupSize() > 1;
        }
    }

    List<Passage> passages(DayPlan plan) {
        List<Passage> all = new ArrayList<>();
        for (Visit visit : plan.everybody()) {
            if (visit.entryDoor().equals(entrance) && visit.number() % leaves == leaf) {
                all.add(new Passage(visit.entry(), true, visit));
            }
            if (visit.exitDoor().equals(entrance) && visit.number() % leaves == leaf) {
                all.add(new Passage(visit.exit(), false, visit));
            }
        }
        all.sort(Comparator.comparingLong(Passage::at)
                .thenComparingInt(passage -> passage.visit().number()));
        Dice dice = site.dice("misses", plan.day().date().toEpochDay());
        Faults faults = site.faults();
        boolean reversed = site.mountedReversed();
        all.removeIf(passage ->
                dice.chance(passage.inward() ? faults.missIn() : faults.missOut()) || site.dead(passage.at()));
        if (faults.twice() > 0) {
            Dice again = site.dice("twice", plan.day().date().toEpochDay());
            all = all.stream()
                    .flatMap(passage -> again.chance(faults.twice()) ? Stream.of(passage, passage) : Stream.of(passage))
                    .toList();
        }
        return reversed ? all.stream().map(Passage::reversed).toList() : all;
    }
}
