package dev.footfall.simulator.truth;

import dev.footfall.simulator.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many people were inside, as a level that holds until the next. */
final class Presence {
    private Presence() {}

    /** A span of epoch milliseconds with an even number of people inside, at least one. */
    record Level(long start, long end, int people) {}

    static List<Level> of(List<Visit> visits) {
        TreeMap<Long, Integer> changes = new TreeMap<>();
        for (Visit visit : visits) {
            changes.merge(visit.entry(), 1, Integer::sum);
            changes.merge(visit.exit(), -1, Integer::sum);
        }
        List<Level> levels = new ArrayList<>();
        int people = 0;
        long since = 0;
        for (Map.Entry<Long, Integer> change : changes.entrySet()) {
            if (people > 0) {
                levels.add(new Level(since, change.getKey(), people));
            }
            people += change.getValue();
            since = change.getKey();
        }
        return levels;
    }
}
