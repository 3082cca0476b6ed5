package dev.footfall.metrics.coverage;

import dev.footfall.observation.SensorId;
import java.util.BitSet;
import java.util.Collection;

/** Several sensors that feed one number. */
public final class Lives {
    private Lives() {}

    /** The seconds of [from, to) in which at least one was live; bit 0 is the first of them. */
    public static BitSet any(Collection<? extends Life> sensors, int from, int to) {
        BitSet live = new BitSet(to - from);
        for (Life sensor : sensors) {
            sensor.walk(from, to, (start, end) -> live.set(start - from, end - from));
        }
        return live;
    }

    /** The seconds of [from, to) in which at least one was not; bit 0 is the first of them. */
    public static BitSet anySilent(Collection<? extends Life> sensors, int from, int to) {
        BitSet silent = new BitSet(to - from);
        for (Life sensor : sensors) {
            int[] reached = {from};
            sensor.walk(from, to, (start, end) -> {
                silent.set(reached[0] - from, start - from);
                reached[0] = end;
            });
            silent.set(reached[0] - from, to - from);
        }
        return silent;
    }

    /** The life of a sensor for which others stand in while it is silent. */
    public static Life stoodInFor(Life own, Collection<? extends Life> others) {
        return new Life() {
            @Override
            public SensorId sensor() {
                return own.sensor();
            }

            @Override
            public boolean datedByArrival(int from, int to) {
                return own.datedByArrival(from, to);
            }

            @Override
            public void walk(int from, int to, Stretch stretch) {
                BitSet live = any(others, from, to);
                own.walk(from, to, (start, end) -> live.set(start - from, end - from));
                for (int start = live.nextSetBit(0); start >= 0; ) {
                    int end = live.nextClearBit(start);
                    stretch.live(from + start, from + end);
                    start = live.nextSetBit(end);
                }
            }
        };
    }
}
