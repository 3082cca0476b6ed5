package dev.footfall.metrics.space;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person in a zone that is a queue: nothing is told of the first seconds until they have become long enough. */
final class QueueVisit {
    private record Stretch(long from, long to) {}

    private final @Nullable QueueTally queue;
    private final List<Stretch> untold = new ArrayList<>();
    private long cameMicros;
    private boolean joined;

    /** @param queue null in a zone that is no queue */
    QueueVisit(@Nullable QueueTally queue) {
        this.queue = queue;
    }

    void begin(long micros) {
        cameMicros = micros;
        joined = false;
        untold.clear();
    }

    void stayed(long fromMicros, long toMicros) {
        if (queue == null) {
            return;
        }
        if (!joined && !QueueTally.joins(toMicros - cameMicros)) {
            untold.add(new Stretch(fromMicros, toMicros));
            return;
        }
        if (!joined) {
            joined = true;
            queue.joined(cameMicros, 1);
            untold.forEach(before -> queue.stood(cameMicros, before.from, before.to));
            untold.clear();
        }
        queue.stood(cameMicros, fromMicros, toMicros);
    }

    /** The person was not in the zone for sure: no wait is counted, the seconds stay where they were spent. */
    void takeBack() {
        if (queue != null && joined) {
            queue.joined(cameMicros, -1);
        }
        untold.clear();
    }
}
