package dev.footfall.simulator.visit;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.simulator.floor.Door;
import dev.footfall.simulator.floor.Floor;
import dev.footfall.simulator.floor.Floor.Area;
import dev.footfall.simulator.floor.Shape;
import dev.footfall.store.StoreConfig.ZoneKind;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Window;
import java.util.List;

/**
 * Where staff are: they come before the store opens, go out and come back a few times, walk about between till, shelves and
 * their own rooms, and leave after it closes. What visitors do does not depend on them.
 */
final class Shifts {
    /** Far above any visitor's number. */
    private static final int FIRST_NUMBER = 1_000_000;

    private static final double EARLIEST = 30 * 60_000.0;
    private static final double LATEST = 20 * 60_000.0;
    private static final double SHORTEST_STINT = 60 * 60_000.0;
    private static final double LONGEST_STINT = 200 * 60_000.0;
    private static final double SHORTEST_BREAK = 4 * 60_000.0;
    private static final double LONGEST_BREAK = 45 * 60_000.0;
    private static final double SHORTEST_TASK = 60_000;
    private static final double LONGEST_TASK = 14 * 60_000.0;
    private static final long FROM_THE_DAYS_ENDS = 60_000;
    private static final double ROOM_M = 0.5;

    private final Floor floor;
    private final int count;
    private final long seed;
    private final List<Area> places;

    /** @param count how many work at once */
    Shifts(Floor floor, int count, long seed) {
        this.floor = floor;
        this.count = count;
        this.seed = seed;
        this.places = floor.areas().stream()
                .filter(area -> area.zone().kind() != ZoneKind.OUTSIDE)
                .toList();
    }

    /** Adds everybody's stays around an open span. */
    void plan(BusinessDay day, Window span, List<Visit> into) {
        Dice dice = Dice.of(seed, "staff", span.start().getEpochSecond());
        long first = day.window().start().toEpochMilli() + FROM_THE_DAYS_ENDS;
        long last = day.window().end().toEpochMilli() - FROM_THE_DAYS_ENDS;
        for (int i = 0; i < count; i++) {
            double open = span.start().toEpochMilli() - dice.between(EARLIEST / 3, EARLIEST);
            double close = span.end().toEpochMilli() + dice.between(LATEST / 4, LATEST);
            shift(Math.max(first, (long) open), Math.min(last, (long) close), dice, into);
        }
    }

    private void shift(long from, long to, Dice dice, List<Visit> into) {
        long at = from;
        while (at + SHORTEST_STINT / 2 < to) {
            long until = Math.min(to, at + (long) dice.between(SHORTEST_STINT, LONGEST_STINT));
            if (to - until < SHORTEST_STINT) {
                until = to;
            }
            Visit stint = stint(FIRST_NUMBER + into.size(), at, until, dice);
            into.add(stint);
            at = stint.exit() + (long) dice.between(SHORTEST_BREAK, LONGEST_BREAK);
        }
    }

    private Visit stint(int number, long from, long until, Dice dice) {
        Door door = floor.doors().get(dice.below(floor.doors().size()));
        Outing outing = new Outing(floor, number, number, 1, from, door, door, dice);
        long wayOut = 2 * outing.exitMillis();
        while (outing.now() + wayOut < until) {
            Shape shape = workplace(dice);
            long left = until - wayOut - outing.now();
            long task = (long) dice.between(SHORTEST_TASK, LONGEST_TASK);
            outing.stop(shape, floor.standingPlace(shape, ROOM_M, dice), Math.min(task, Math.max(1000, left)));
            wayOut = 2 * outing.exitMillis();
        }
        return outing.leave(0).getFirst().byStaff();
    }

    private Shape workplace(Dice dice) {
        return places.isEmpty()
                ? Shape.rectangle(ROOM_M, ROOM_M, floor.widthM() - ROOM_M, floor.heightM() - ROOM_M)
                : places.get(dice.below(places.size())).shape();
    }
}
