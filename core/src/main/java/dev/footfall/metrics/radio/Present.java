package dev.footfall.metrics.radio;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The visits under way, one a device at most. Open addressing; what ended is taken out by building the table anew. */
final class Present {
    /** More than any place holds within five minutes: beyond it somebody floods us, and devices are counted without a visit. */
    static final int MOST = 50_000;

    private static final int FIRST_PLACES = 64;
    private static final int MIX = 0x9e3779b9;

    private @Nullable Visit[] visits = new Visit[FIRST_PLACES];
    private int count;

    @Nullable
    Visit of(int device) {
        return visits[place(device)];
    }

    /** Puts a visit in the place of the device's earlier one, if there is room. */
    void begin(Visit visit) {
        int place = place(visit.device);
        if (visits[place] == null) {
            if (count == MOST) {
                return;
            }
            count++;
            if (count > visits.length / 2) {
                rebuild(visits.length * 2, Integer.MIN_VALUE, ignored -> {});
                place = place(visit.device);
            }
        }
        visits[place] = visit;
    }

    /** Takes out every visit whose device was last heard before a moment. */
    void endSilent(int since, Consumer<Visit> ended) {
        rebuild(visits.length, since, ended);
    }

    private void rebuild(int places, int since, Consumer<Visit> ended) {
        @Nullable Visit[] old = visits;
        visits = new Visit[places];
        for (Visit visit : old) {
            if (visit != null && visit.lastFrame < since) {
                count--;
                ended.accept(visit);
            } else if (visit != null) {
                visits[place(visit.device)] = visit;
            }
        }
    }

    private int place(int device) {
        int mask = visits.length - 1;
        int place = device * MIX >>> 8 & mask;
        Visit there = visits[place];
        while (there != null && there.device != device) {
            place = place + 1 & mask;
            there = visits[place];
        }
        return place;
    }
}
