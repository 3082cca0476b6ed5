package dev.footfall.metrics.parking;

import dev.footfall.metrics.grid.LevelStream;
import dev.footfall.observation.Fact.Direction;
import dev.footfall.observation.Identity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long vehicles stayed of which it is known: by plates seen at both gates, or by bays. A stay counts where it ended. */
final class Stays {
    /** Plates beyond this number in one day are not kept apart. */
    private static final int MOST_PASSAGES = 100_000;

    private record Passage(long millis, Direction direction, Identity plate) {}

    /** Vehicles that left in a window and for how long they had stayed. */
    record Sum(long vehicles, double seconds) {}

    private final List<Passage> passages = new ArrayList<>();
    private boolean sorted = true;

    void pass(long millis, Direction direction, Identity plate) {
        if (passages.size() < MOST_PASSAGES) {
            sorted &= passages.isEmpty() || passages.getLast().millis <= millis;
            passages.add(new Passage(millis, direction, plate));
        }
    }

    Sum byPlates(long fromMillis, long toMillis) {
        if (!sorted) {
            passages.sort(Comparator.comparingLong(Passage::millis)
                    .thenComparing(Passage::direction)
                    .thenComparing(passage -> passage.plate().toString()));
            sorted = true;
        }
        Map<Identity, Long> inside = new HashMap<>();
        long vehicles = 0;
        double seconds = 0;
        for (Passage passage : passages) {
            if (passage.direction == Direction.IN) {
                inside.put(passage.plate, passage.millis);
                continue;
            }
            Long came = inside.remove(passage.plate);
            if (came != null && passage.millis >= fromMillis && passage.millis < toMillis) {
                vehicles++;
                seconds += (passage.millis - came) / 1000.0;
            }
        }
        return new Sum(vehicles, seconds);
    }

    static Sum byBays(Iterable<LevelStream> bays, long fromMillis, long toMillis) {
        long vehicles = 0;
        double seconds = 0;
        for (LevelStream bay : bays) {
            long taken = Long.MIN_VALUE;
            for (int i = 0; i < bay.size(); i++) {
                boolean free = bay.level(i) == 0;
                if (free && taken != Long.MIN_VALUE && bay.millis(i) >= fromMillis && bay.millis(i) < toMillis) {
                    vehicles++;
                    seconds += (bay.millis(i) - taken) / 1000.0;
                }
                if (free) {
                    taken = Long.MIN_VALUE;
                } else if (taken == Long.MIN_VALUE) {
                    taken = bay.millis(i);
                }
            }
        }
        return new Sum(vehicles, seconds);
    }
}
