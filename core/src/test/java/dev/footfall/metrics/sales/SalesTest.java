package dev.footfall.metrics.sales;

import static dev.footfall.metrics.TestDay.find;
import static dev.footfall.metrics.TestDay.row;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SalesTest {
    private final TestDay day = TestStore.oneDoor()
            .area(200)
            .sensor("till", null, null, Map.of())
            .fold()
            .alive("door-1", "till");

    private void sells(String time, int transactions, String amount) {
        day.add("till", time, new Fact.Sale(transactions, new BigDecimal(amount)));
    }

    @Test
    void salesAreAddedUpAndRelatedToFootfallAndArea() {
        day.add("door-1", "10:01", Fact.Crossing.event(40, 0));
        sells("10:05", 3, "59.90");
        sells("10:10", 7, "40.10");

        List<Measurement> rows = day.quarter("10:00");
        assertThat(value(rows, Metric.TRANSACTIONS)).isEqualTo(10);
        assertThat(value(rows, Metric.SALES)).isEqualTo(100);
        assertThat(value(rows, Metric.CONVERSION)).isEqualTo(0.25);
        assertThat(value(rows, Metric.SALES_PER_VISITOR)).isEqualTo(2.5);
        assertThat(value(rows, Metric.SALES_PER_M2)).isCloseTo(0.5, within(1e-12));
        assertThat(row(rows, Metric.SALES, Scope.STORE).basis()).isEqualTo(Basis.POS);
    }

    @Test
    void withoutVisitorsThereIsNoConversion() {
        sells("10:05", 1, "5");

        Measurement conversion = row(day.quarter("10:00"), Metric.CONVERSION, Scope.STORE);
        assertThat(conversion.value()).isNull();
        assertThat(conversion.reason()).isEqualTo("nobody came in");
    }

    @Test
    void aRefundIsANegativeSale() {
        sells("10:05", 1, "-12.50");

        assertThat(value(day.wholeDay(), Metric.SALES)).isEqualTo(-12.5);
    }

    @Test
    void withoutATillThereAreNoSalesRows() {
        assertThat(find(day.quarter("10:00"), Metric.SALES, Scope.STORE)).isEmpty();
    }

    @Test
    void visitorsAreRelatedToTheHoursThatStaffWereThere() {
        day.add("door-1", "10:20", Fact.Crossing.event(30, 0));
        day.add("till", "10:00", new Fact.Staff(2));
        day.add("till", "10:30", new Fact.Staff(4));

        assertThat(value(day.hour("10:00"), Metric.VISITORS_PER_STAFF_HOUR)).isEqualTo(10);
    }

    @Test
    void withoutStaffThereIsNoRatioAndNoZero() {
        day.add("door-1", "10:20", Fact.Crossing.event(30, 0));
        day.add("till", "10:00", new Fact.Staff(0));

        Measurement ratio = row(day.hour("10:00"), Metric.VISITORS_PER_STAFF_HOUR, Scope.STORE);
        assertThat(ratio.value()).isNull();
        assertThat(ratio.reason()).contains("no staff were present");
    }
}
