package dev.footfall.metrics.radio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Devices of one kind that were heard at the same time. The kind's device is the first of them. */
final class Twins {
    private static final int MOST_OF_A_KIND = 64;
    private static final int MOST = 1 << 16;

    private final Map<Integer, Integer> firsts = new HashMap<>();
    private final Map<Integer, List<Integer>> twins = new HashMap<>();

    /** The device that a device is a twin of, itself if it is none. */
    int firstOf(int device) {
        return firsts.isEmpty() ? device : firsts.getOrDefault(device, device);
    }

    /** Another device of the same kind of which {@code free} is true, −1 if there is none. */
    int otherThan(int device, IntPredicate free) {
        int first = firstOf(device);
        if (first != device && free.test(first)) {
            return first;
        }
        for (int twin : twins.getOrDefault(first, List.of())) {
            if (twin != device && free.test(twin)) {
                return twin;
            }
        }
        return -1;
    }

    /** Makes {@code newcomer} a twin of a device. @return false if there are too many */
    boolean add(int device, int newcomer) {
        int first = firstOf(device);
        List<Integer> ofKind = twins.computeIfAbsent(first, ignored -> new ArrayList<>());
        if (ofKind.size() >= MOST_OF_A_KIND || firsts.size() >= MOST) {
            return false;
        }
        firsts.put(newcomer, first);
        return ofKind.add(newcomer);
    }
}
