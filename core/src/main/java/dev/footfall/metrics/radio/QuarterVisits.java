package dev.footfall.metrics.radio;

import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;

/** What one quarter adds: who was heard in it, and the visits that began in it. */
final class QuarterVisits {
    static final int LG_K = 12;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    final HllSketch heard = new HllSketch(LG_K, TgtHllType.HLL_4);
    final Spans inside = new Spans();
    final Spans all = new Spans();
    double seconds;
    int passed;
    int stayedOn;

    void heard(int device) {
        heard.update(device * MIX);
    }

    void add(QuarterVisits other) {
        inside.add(other.inside);
        all.add(other.all);
        seconds += other.seconds;
        passed += other.passed;
        stayedOn += other.stayedOn;
    }
}
