package dev.footfall.metrics.space;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets the entry longest unused when it is full, whatever the times in it say. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private final int most;

    Recent(int most) {
        super(64, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
