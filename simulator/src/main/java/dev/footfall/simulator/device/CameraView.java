package dev.footfall.simulator.device;

import dev.footfall.simulator.floor.Floor.Area;
import dev.footfall.simulator.visit.Visit;
import dev.footfall.simulator.visit.Whereabouts;
import dev.footfall.simulator.visit.Whereabouts.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What a camera that knows zones sees: whoever is in one of its zones, by the camera's names for them, in runs without a
 * long gap.
 *
 * @param zones what it watches
 */
record CameraView(List<Watched> zones) {
    /** Out of sight for longer than this, a person is somebody new. */
    private static final long LOST_AFTER_MILLIS = 10_000;

    CameraView {
        zones = List.copyOf(zones);
    }

    /** A zone and the camera's name for it. */
    record Watched(Area area, String name) {}

    /** The zones someone is in from a moment on, in the camera's names; empty while between two of them. */
    record Change(long at, List<String> current) {}

    /** One person in view, from the first zone entered to the last one left: the last change has no zones. */
    record Run(Visit visit, List<Change> changes) {
        long start() {
            return changes.getFirst().at();
        }
    }

    /** The person's runs through the camera's view, in order. */
    List<Run> runs(Visit visit) {
        List<Run> runs = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Change change : changes(visit)) {
            if (!changes.isEmpty()
                    && changes.getLast().current().isEmpty()
                    && change.at() - changes.getLast().at() > LOST_AFTER_MILLIS) {
                runs.add(new Run(visit, changes));
                changes = new ArrayList<>();
            }
            changes.add(change);
        }
        if (!changes.isEmpty()) {
            runs.add(new Run(visit, changes));
        }
        return runs;
    }

    private List<Change> changes(Visit visit) {
        TreeMap<Long, List<String>> current = new TreeMap<>();
        List<List<Stay>> stays = zones.stream()
                .map(zone -> Whereabouts.stays(visit.path(), zone.area().shape()))
                .toList();
        stays.forEach(list -> list.forEach(stay -> {
            current.put(stay.start(), new ArrayList<>());
            current.put(stay.end(), new ArrayList<>());
        }));
        for (int i = 0; i < zones.size(); i++) {
            for (Stay stay : stays.get(i)) {
                String name = zones.get(i).name();
                current.subMap(stay.start(), true, stay.end(), false).values().forEach(names -> names.add(name));
            }
        }
        List<Change> changes = new ArrayList<>();
        current.forEach((at, names) -> changes.add(new Change(at, List.copyOf(names))));
        return changes;
    }
}
