package dev.footfall.metrics.space;

import java.util.ArrayList;
import java.util.List;

/** The zones of one track in the order of arrival; consecutive different ones are a transition. */
final class Journey {
    /** Only the latest visits can still be taken back. */
    private static final int REMEMBERED = 16;

    private record Visit(int zone, long micros) {}

    private final Transitions transitions;
    private final List<Visit> visits = new ArrayList<>(4);

    Journey(Transitions transitions) {
        this.transitions = transitions;
    }

    void arrive(int zone, long micros) {
        if (!visits.isEmpty()) {
            count(visits.getLast(), new Visit(zone, micros), 1);
        }
        if (visits.size() == REMEMBERED) {
            visits.removeFirst();
        }
        visits.add(new Visit(zone, micros));
    }

    /** Takes the latest arrival in a zone back, as if it had been passed by. */
    void takeBack(int zone) {
        for (int i = visits.size() - 1; i >= 0; i--) {
            if (visits.get(i).zone == zone) {
                takeBackAt(i);
                return;
            }
        }
    }

    private void takeBackAt(int index) {
        Visit gone = visits.remove(index);
        Visit before = index > 0 ? visits.get(index - 1) : null;
        Visit after = index < visits.size() ? visits.get(index) : null;
        if (before != null) {
            count(before, gone, -1);
        }
        if (after != null) {
            count(gone, after, -1);
        }
        if (before != null && after != null) {
            count(before, after, 1);
        }
    }

    /** Zones entered at one moment overlap: nobody went from one to the other. */
    private void count(Visit from, Visit to, int count) {
        if (from.zone != to.zone && from.micros < to.micros) {
            transitions.add(from.zone, to.zone, to.micros, count);
        }
    }
}
