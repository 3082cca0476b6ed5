package dev.footfall.metrics.sales;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.counting.Doors;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.row.Rows.Evidence;
import dev.footfall.observation.Fact;
import dev.footfall.reason.CountReason.NobodyCameIn;
import dev.footfall.reason.SalesReason;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The till's figures of one day, by quarter. Rows appear once a till has spoken. */
public final class Sales {
    private final DaySeconds day;
    private final Dirty dirty;
    private final @Nullable Double areaM2;
    private final long[] transactions;
    private final BigDecimal[] amounts;
    private final Set<Liveness> tills = new TreeSet<>(Liveness.BY_SENSOR);

    /** @param areaM2 sales floor, null if not configured */
    public Sales(DaySeconds day, Dirty dirty, @Nullable Double areaM2) {
        this.day = day;
        this.dirty = dirty;
        this.areaM2 = areaM2;
        this.transactions = new long[day.quarters()];
        this.amounts = new BigDecimal[day.quarters()];
        Arrays.fill(amounts, BigDecimal.ZERO);
    }

    public void add(Liveness till, long millis, Fact.Sale sale) {
        tills.add(till);
        int second = day.secondOf(millis);
        transactions[second / DaySeconds.QUARTER] += sale.transactions();
        amounts[second / DaySeconds.QUARTER] = amounts[second / DaySeconds.QUARTER].add(sale.amount());
        dirty.within(second, second);
    }

    public void addTo(Rows rows, Coverage coverage, Doors doors) {
        if (tills.isEmpty()) {
            return;
        }
        RowSpan span = rows.span();
        double count = 0;
        BigDecimal amount = BigDecimal.ZERO;
        for (int quarter = span.from() / DaySeconds.QUARTER; quarter * DaySeconds.QUARTER < span.end(); quarter++) {
            count += transactions[quarter];
            amount = amount.add(amounts[quarter]);
        }
        double sales = amount.doubleValue();
        boolean any = count > 0 || amount.signum() != 0;
        Evidence pos = new Evidence(
                coverage.all(tills, span.from(), span.to(), new SalesReason.NoTill()), any, false, null, Basis.POS);
        rows.add(Metric.TRANSACTIONS, Scope.STORE, count, pos);
        rows.add(Metric.SALES, Scope.STORE, sales, pos);
        Double area = areaM2;
        if (area != null && area > 0) {
            rows.add(Metric.SALES_PER_M2, Scope.STORE, sales / area, pos);
        }
        if (doors.any()) {
            Evidence seen = doors.evidence();
            boolean both = any && seen.counted();
            Evidence ratio =
                    new Evidence(pos.quality().and(seen.quality()), both, seen.estimated(), seen.note(), Basis.FUSED);
            rows.addRatio(Metric.CONVERSION, Scope.STORE, count, doors.footfall(), new NobodyCameIn(), ratio);
            rows.addRatio(Metric.SALES_PER_VISITOR, Scope.STORE, sales, doors.footfall(), new NobodyCameIn(), ratio);
        }
    }
}
