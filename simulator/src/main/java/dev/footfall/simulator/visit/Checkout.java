package dev.footfall.simulator.visit;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.simulator.floor.Floor;
import dev.footfall.simulator.floor.Floor.Area;
import dev.footfall.store.StoreConfig.Point;
import java.util.ArrayList;
import java.util.List;

/** The tills of one open span: first come, first served, whichever till is free first. */
final class Checkout {
    private static final double SHORTEST = 12_000;
    private static final double SPARE = 1.3;
    private static final int MOST = 8;

    private final List<Point> places = new ArrayList<>();
    private final long[] freeAt;
    private final double meanService;

    Checkout(Area area, Floor floor, TrafficProfile profile, Dice dice) {
        this.meanService = profile.meanService().toMillis();
        double busyTills =
                profile.arrivalsPerHour() / TrafficProfile.MEAN_GROUP * 2 * profile.buyers() * meanService / 3_600_000;
        this.freeAt = new long[(int) Math.clamp(Math.ceil(busyTills * SPARE), 1, MOST)];
        for (int i = 0; i < freeAt.length; i++) {
            places.add(floor.standingPlace(area.shape(), 0.5, dice));
        }
    }

    /** Where one waits and pays, until when. */
    record Service(Point till, long start, long end) {}

    /** Serves whoever joins now; must be called in the order of joining. Nobody is served who would be done after {@code latest}. */
    Service join(long at, long latest, Dice dice) {
        int till = 0;
        for (int i = 1; i < freeAt.length; i++) {
            if (freeAt[i] < freeAt[till]) {
                till = i;
            }
        }
        long start = Math.max(at, freeAt[till]);
        long end = start + (long) Math.max(SHORTEST, dice.gamma(2, meanService));
        if (end > latest) {
            long gaveUp = Math.max(at + 1000, latest);
            return new Service(places.get(till), gaveUp, gaveUp);
        }
        freeAt[till] = end;
        return new Service(places.get(till), start, end);
    }
}
