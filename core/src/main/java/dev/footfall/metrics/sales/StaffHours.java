package dev.footfall.metrics.sales;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.counting.Doors;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.grid.LevelStream;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.row.Rows.Evidence;
import dev.footfall.observation.Fact;
import dev.footfall.reason.SalesReason;
import java.util.Map;
import java.util.TreeMap;

/** How many visitors one hour of staff has to look after. A number of staff holds until the next while its source lives. */
public final class StaffHours {
    private static final double MILLIS_PER_HOUR = 3_600_000;

    private final DaySeconds day;
    private final Dirty dirty;
    private final Map<Liveness, LevelStream> rotas = new TreeMap<>(Liveness.BY_SENSOR);

    public StaffHours(DaySeconds day, Dirty dirty) {
        this.day = day;
        this.dirty = dirty;
    }

    /** So many staff are in the store from this millisecond of the day on. */
    public void add(Liveness source, long millis, Fact.Staff staff) {
        rotas.computeIfAbsent(source, ignored -> new LevelStream()).add(millis, staff.count());
        dirty.from(day.secondOf(millis));
    }

    public void addTo(Rows rows, Coverage coverage, Doors doors) {
        if (rotas.isEmpty() || !doors.any()) {
            return;
        }
        RowSpan span = rows.span();
        double hours = 0;
        for (Map.Entry<Liveness, LevelStream> rota : rotas.entrySet()) {
            hours += hours(rota.getKey(), rota.getValue(), span.from(), span.to());
        }
        Evidence seen = doors.evidence();
        Evidence both = new Evidence(
                coverage.all(rotas.keySet(), span.from(), span.to(), new SalesReason.NoRota())
                        .and(seen.quality()),
                hours > 0 && seen.counted(),
                seen.estimated(),
                seen.note(),
                Basis.FUSED);
        rows.addRatio(
                Metric.VISITORS_PER_STAFF_HOUR, Scope.STORE, doors.footfall(), hours, new SalesReason.NoStaff(), both);
    }

    private static double hours(Liveness source, LevelStream levels, int from, int to) {
        double[] millis = {0};
        source.walk(
                from,
                to,
                (start, end) -> levels.walk(
                        start * 1000L, end * 1000L, (a, b, level) -> millis[0] += (double) (b - a) * level));
        return millis[0] / MILLIS_PER_HOUR;
    }
}
