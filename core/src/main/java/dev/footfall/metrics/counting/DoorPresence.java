package dev.footfall.metrics.counting;

import dev.footfall.metrics.coverage.Life;
import dev.footfall.metrics.grid.DaySeconds;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** How many people were present on a closed day, as far as its doors can tell: what WiFi is calibrated against. */
public final class DoorPresence {
    /** Doors that are this far apart over a day do not tell that the store was empty at its end. */
    private static final double CLOSES = 0.2;

    /** Doors this close show that nothing was lost in a silence between two of their messages. */
    private static final double NOTHING_LOST = 0.03;

    private final DaySeconds day;
    private final Perimeter perimeter;
    private final LearnedFactors learned;
    private final Supplier<UsualStay> stay;

    DoorPresence(DaySeconds day, Perimeter perimeter, LearnedFactors learned, Supplier<UsualStay> stay) {
        this.day = day;
        this.perimeter = perimeter;
        this.learned = learned;
        this.stay = stay;
    }

    /**
     * Mean number of people present in each stretch of so many seconds; NaN where a door was silent, throughout if the doors
     * cannot tell who is inside.
     */
    public double[] per(int seconds) {
        double[] present = new double[(day.end() + seconds - 1) / seconds];
        Arrays.fill(present, Double.NaN);
        List<EntranceCounts> doors = perimeter.counted();
        Passed whole = perimeter.passed(day.first(), day.end());
        if (doors.isEmpty() || !whole.any() || !whole.tellsBalance()) {
            return present;
        }
        double apart = Math.abs(whole.in() - whole.out()) / ((whole.in() + whole.out()) / 2);
        OccupancyCurve curve = new OccupancyCurve(day, perimeter::fill, stay);
        curve.use(apart <= CLOSES ? Factors.closed(whole.in(), whole.out(), learned) : Factors.running(learned));
        boolean[] silent = silent(doors, apart <= NOTHING_LOST, present.length, seconds);
        for (int i = 0; i < present.length; i++) {
            int from = Math.max(day.first(), i * seconds);
            int to = Math.min(day.end(), (i + 1) * seconds);
            if (!silent[i] && to > from) {
                present[i] = curve.over(from, to).corrected() / (to - from);
            }
        }
        return present;
    }

    private boolean[] silent(List<EntranceCounts> doors, boolean nothingLost, int stretches, int seconds) {
        boolean[] silent = new boolean[stretches];
        for (EntranceCounts door : doors) {
            for (Life sensor : door.sensors()) {
                int[] reached = {day.first(), -1};
                sensor.walk(day.first(), day.end(), (from, to) -> {
                    if (reached[1] < 0 || !nothingLost) {
                        mark(silent, reached[0], from, seconds);
                    }
                    reached[0] = to;
                    reached[1] = to;
                });
                mark(silent, reached[0], day.end(), seconds);
            }
        }
        return silent;
    }

    private static void mark(boolean[] silent, int from, int to, int seconds) {
        for (int i = from / seconds; i * seconds < to; i++) {
            silent[i] = true;
        }
    }
}
