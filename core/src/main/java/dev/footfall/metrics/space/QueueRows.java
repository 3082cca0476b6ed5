package dev.footfall.metrics.space;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.row.Rows.Evidence;
import dev.footfall.reason.SpaceReason;
import org.jspecify.annotations.Nullable;

/** The rows of a zone in which people queue. */
final class QueueRows {
    private static final double MICROS = 1e6;

    private QueueRows() {}

    static void add(Rows rows, ZoneTally zone, Scope scope, Evidence seen) {
        QueueTally queue = zone.queue();
        if (queue == null) {
            return;
        }
        RowSpan span = rows.span();
        double stood = queue.stood(span.from(), span.end()) / MICROS;
        double counted = zone.levelStayed(span.from(), span.to()) / MICROS;
        rows.add(Metric.QUEUE_LENGTH, scope, (stood + counted) / span.seconds(), seen);
        rows.add(Metric.QUEUE_MAX, scope, (double) zone.longestQueue(span.from(), span.to()), seen);
        long waits = queue.joined(span.from(), span.end());
        if (waits == 0 && counted > 0) {
            long left = zone.levelLeft(span.from(), span.to());
            Evidence estimated = seen.estimatedBecause(
                    left == 0 ? new SpaceReason.NobodyLeftTheQueue() : new SpaceReason.WaitByLength());
            rows.add(Metric.QUEUE_WAIT, scope, ratio(counted, left), estimated);
        } else {
            Evidence told = waits == 0 ? seen.with(new SpaceReason.NobodyQueued()) : seen;
            rows.add(Metric.QUEUE_WAIT, scope, ratio(queue.waited(span.from(), span.end()) / MICROS, waits), told);
        }
    }

    private static @Nullable Double ratio(double over, long under) {
        return under <= 0 ? null : Double.valueOf(over / under);
    }
}
