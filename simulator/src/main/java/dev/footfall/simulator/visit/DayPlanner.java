package dev.footfall.simulator.visit;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.simulator.floor.Door;
import dev.footfall.simulator.floor.Floor;
import dev.footfall.simulator.floor.Floor.Area;
import dev.footfall.simulator.floor.Shape;
import dev.footfall.store.StoreConfig.Point;
import dev.footfall.store.StoreConfig.ZoneKind;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans who visits on a business day. The same seed and date give the same plan, whatever else is simulated. */
public final class DayPlanner {
    private static final double STANDING_ROOM_M = 0.5;
    private static final double OPEN_FLOOR = 0.18;
    private static final double SAME_DOOR = 0.75;
    private static final double FIRST_DOOR = 0.6;
    private static final long LEAST_LAST_CALL = 8 * 60_000L;
    private static final long DONE_BEFORE_CLOSE = 30_000L;

    private final Floor floor;
    private final StoreCalendar calendar;
    private final TrafficProfile profile;
    private final long seed;
    private final Arrivals arrivals;
    private final List<Area> displays;
    private final List<Double> attraction;
    private final Optional<Area> queue;
    private final Shifts shifts;

    /** @param staff how many work while the store is open */
    public DayPlanner(Floor floor, StoreCalendar calendar, TrafficProfile profile, int staff, long seed) {
        this.floor = floor;
        this.calendar = calendar;
        this.profile = profile;
        this.seed = seed;
        this.shifts = new Shifts(floor, staff, seed);
        this.arrivals = new Arrivals(profile, calendar.zone());
        this.displays = floor.areas().stream()
                .filter(area -> area.zone().kind() == ZoneKind.DISPLAY)
                .toList();
        this.attraction = displays.stream().map(this::attraction).toList();
        this.queue = floor.areas().stream()
                .filter(area -> area.zone().kind() == ZoneKind.QUEUE)
                .findFirst();
    }

    private double attraction(Area area) {
        return Math.sqrt(area.shape().area())
                * Dice.of(seed, "attraction " + area.id(), 0).between(0.5, 1.5);
    }

    public DayPlan plan(LocalDate date) {
        BusinessDay day = calendar.day(date);
        Dice dice = Dice.of(seed, "visits", date.toEpochDay());
        double factor = profile.factorOn(date.getDayOfWeek()) * Math.max(0.3, dice.normal(1, profile.dayToDay()));
        List<Visit> visits = new ArrayList<>();
        List<Visit> staff = new ArrayList<>();
        for (Window span : joined(calendar.openSpans(day))) {
            planSpan(span, factor, dice, visits);
            shifts.plan(day, span, staff);
        }
        visits.sort(Comparator.comparingLong(Visit::entry).thenComparingInt(Visit::number));
        return new DayPlan(day, visits, staff);
    }

    private static List<Window> joined(List<Window> spans) {
        List<Window> joined = new ArrayList<>();
        for (Window span : spans) {
            if (!joined.isEmpty() && !joined.getLast().end().isBefore(span.start())) {
                Window before = joined.removeLast();
                joined.add(new Window(before.start(), before.end().isAfter(span.end()) ? before.end() : span.end()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /** A group that has seen its last shelf, and whether it wants to pay. */
    private record Ready(Outing outing, boolean buys, long at) {
        Ready(Outing outing, boolean buys) {
            this(outing, buys, outing.now());
        }
    }

    private void planSpan(Window span, double factor, Dice dice, List<Visit> visits) {
        long latest = span.end().toEpochMilli() - DONE_BEFORE_CLOSE;
        long lastCall = Math.max(LEAST_LAST_CALL, 4 * Math.round(1000 * (floor.widthM() + floor.heightM())));
        Optional<Checkout> checkout = queue.map(area -> new Checkout(area, floor, profile, dice));
        List<Ready> ready = new ArrayList<>();
        int number = visits.size();
        for (long arrival : arrivals.within(span, factor, lastCall, dice)) {
            int size = 1 + dice.weighted(TrafficProfile.GROUP_SIZES);
            ready.add(lookAround(new Group(ready.size() + visits.size(), number, size, arrival), latest, dice));
            number += size;
        }
        ready.sort(Comparator.comparingLong(Ready::at));
        for (Ready group : ready) {
            visits.addAll(finish(group, checkout, latest, dice));
        }
    }

    private record Group(int id, int firstNumber, int size, long arrival) {}

    private record Stop(Shape shape, Point point, double millis) {}

    private Ready lookAround(Group group, long latest, Dice dice) {
        Door in = door(dice);
        Door out = dice.chance(SAME_DOOR) ? in : door(dice);
        boolean buys = dice.chance(profile.buyers());
        Outing outing =
                new Outing(floor, group.id(), group.firstNumber(), group.size(), group.arrival(), in, out, dice);
        List<Stop> stops = stops(dice);
        Point target = queue.filter(area -> buys)
                .map(area -> floor.standingPlace(area.shape(), STANDING_ROOM_M, dice))
                .orElse(out.threshold());
        double share = affordable(outing, stops, target, out.threshold(), latest);
        while (share < 0 && !stops.isEmpty()) {
            stops.removeLast();
            share = affordable(outing, stops, target, out.threshold(), latest);
        }
        for (Stop stop : stops) {
            outing.stop(stop.shape(), stop.point(), (long) Math.max(2000, stop.millis() * share));
        }
        if (buys && share >= 0 && queue.isPresent()) {
            outing.stop(queue.get().shape(), target, 1000);
        }
        return new Ready(outing, buys && share >= 0);
    }

    /** The share of the planned time that closing time allows, at most 1; negative if not even the walking fits. */
    private static double affordable(Outing outing, List<Stop> stops, Point last, Point door, long latest) {
        Point here = outing.here();
        double walking = 60_000;
        double standing = 0;
        for (Stop stop : stops) {
            walking += Path.walkMillis(here, stop.point(), outing.speed()) + 2500;
            standing += stop.millis();
            here = stop.point();
        }
        walking += Path.walkMillis(here, last, outing.speed()) + Path.walkMillis(last, door, outing.speed());
        double left = latest - outing.now() - walking;
        return standing == 0 ? Math.signum(left) : Math.min(1, left / standing);
    }

    private List<Stop> stops(Dice dice) {
        double total = 25_000 + dice.gamma(1.7, profile.meanBrowse().toMillis());
        int count = 1 + Math.min(6, dice.poisson(total / 160_000));
        List<Stop> stops = new ArrayList<>();
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = dice.gamma(1.5, 1);
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            Shape shape = stopShape(dice);
            stops.add(new Stop(shape, floor.standingPlace(shape, STANDING_ROOM_M, dice), total * shares[i] / sum));
        }
        return stops;
    }

    private Shape stopShape(Dice dice) {
        int display = dice.chance(OPEN_FLOOR) ? -1 : dice.weighted(attraction);
        return display < 0
                ? Shape.rectangle(0.5, 0.5, floor.widthM() - 0.5, floor.heightM() - 0.5)
                : displays.get(display).shape();
    }

    private Door door(Dice dice) {
        int count = floor.doors().size();
        return count == 1 || dice.chance(FIRST_DOOR)
                ? floor.doors().getFirst()
                : floor.doors().get(1 + dice.below(count - 1));
    }

    private static List<Visit> finish(Ready group, Optional<Checkout> checkout, long latest, Dice dice) {
        Outing outing = group.outing();
        if (!group.buys()) {
            return outing.leave(0);
        }
        if (checkout.isEmpty()) {
            return outing.leave(outing.now());
        }
        var service = checkout.get().join(outing.now(), latest - outing.exitMillis(), dice);
        outing.queue(service);
        return outing.leave(service.end() > service.start() ? service.end() : 0);
    }
}
