package dev.footfall.metrics.radio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The kinds of radio heard on one day, told apart by their fingerprints. A new fingerprint joins the kind that is most like
 * it; a known one costs one look-up, however many kinds there are.
 */
final class Models {
    /** Bounds memory and the work on frames made up to be new each time; far more than there are models. */
    private static final int MOST_FORMS = 1 << 16;

    private static final int MOST_COMPARED = 64;

    private final Map<Long, Integer> byForm = new HashMap<>();
    private final Map<Long, Integer> byHardware = new HashMap<>();
    private final Map<Long, List<Long>> byLayout = new HashMap<>();
    private int count;

    /** The kind of a fingerprint, a new one if it is like none; −1 if there are too many. */
    int of(long fingerprint) {
        Integer known = byForm.get(fingerprint);
        if (known != null) {
            return known;
        }
        if (byForm.size() >= MOST_FORMS) {
            return -1;
        }
        int model = match(fingerprint);
        learn(fingerprint, model < 0 ? count++ : model);
        return byForm.getOrDefault(fingerprint, -1);
    }

    /** One address has been heard with this fingerprint too: it is another form of the address's kind. */
    void learn(long fingerprint, int model) {
        if (byForm.size() >= MOST_FORMS || byForm.putIfAbsent(fingerprint, model) != null) {
            return;
        }
        if (Likeness.isDetailed(fingerprint)) {
            byHardware.putIfAbsent(Likeness.hardware(fingerprint), model);
        }
        List<Long> sameLayout = byLayout.computeIfAbsent(Likeness.layout(fingerprint), ignored -> new ArrayList<>());
        if (sameLayout.size() < MOST_COMPARED) {
            sameLayout.add(fingerprint);
        }
    }

    private int match(long fingerprint) {
        Integer sameHardware = Likeness.isDetailed(fingerprint) ? byHardware.get(Likeness.hardware(fingerprint)) : null;
        if (sameHardware != null) {
            return sameHardware;
        }
        int best = -1;
        int agreeing = -1;
        for (long other : byLayout.getOrDefault(Likeness.layout(fingerprint), List.of())) {
            if (Likeness.near(fingerprint, other) && Likeness.agreeing(fingerprint, other) > agreeing) {
                agreeing = Likeness.agreeing(fingerprint, other);
                best = byForm.getOrDefault(other, -1);
            }
        }
        return best;
    }
}
