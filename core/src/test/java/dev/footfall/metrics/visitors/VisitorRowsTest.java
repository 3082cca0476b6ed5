package dev.footfall.metrics.visitors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitorRowsTest {
    private final TestDay day = new TestStore().camera("ap-1", Map.of()).fold();

    private void hear(String time, long device, boolean randomised, int rssi) {
        day.add("ap-1", time, new Fact.Sighting(new Identity.Pseudonym(device, randomised), rssi, 0, -1, 0));
    }

    @Test
    void aVisitorIsFirstSeenOnceAndReturnsAfterASilence() {
        for (int i = 0; i < 60; i++) {
            hear("10:02", 2L * i, false, -60);
            hear("10:06", 2L * i, false, -60);
        }
        for (int i = 0; i < 15; i++) {
            hear("11:30", 2L * i, false, -60);
        }
        List<Measurement> ten = day.hour("10:00");
        List<Measurement> all = day.wholeDay();

        assertThat(TestDay.value(ten, Metric.FIRST_SEEN)).isEqualTo(60);
        assertThat(TestDay.value(day.hour("11:00"), Metric.FIRST_SEEN)).isZero();
        assertThat(TestDay.value(all, Metric.RETURNING_SHARE)).isEqualTo(15 / 75.0);
        assertThat(TestDay.value(all, Metric.ID_COVERAGE)).isEqualTo(1);
        assertThat(TestDay.row(all, Metric.RETURNING_SHARE, dev.footfall.measurement.Scope.STORE)
                        .reason())
                .contains("same day");
    }

    @Test
    void madeUpAddressesAreNeverFirstSeenNorReturning() {
        for (int i = 0; i < 60; i++) {
            hear("10:02", 2L * i, true, -60);
            hear("11:02", 2L * i, true, -60);
        }
        List<Measurement> all = day.wholeDay();

        assertThat(TestDay.value(all, Metric.FIRST_SEEN)).isZero();
        assertThat(TestDay.value(all, Metric.ID_COVERAGE)).isZero();
        assertThat(TestDay.value(all, Metric.RETURNING_SHARE)).isNull();
    }

    @Test
    void tooFewVisitsOrTooLittleCoverageGiveNoShareButAReason() {
        for (int i = 0; i < 49; i++) {
            hear("10:02", 2L * i, false, -60);
        }
        Measurement few = TestDay.row(day.wholeDay(), Metric.RETURNING_SHARE, dev.footfall.measurement.Scope.STORE);
        for (int i = 49; i < 60; i++) {
            hear("10:02", 2L * i, false, -60);
        }
        for (int i = 0; i < 250; i++) {
            hear("10:02", 1000 + 2L * i, true, -60);
        }
        Measurement thin = TestDay.row(day.wholeDay(), Metric.RETURNING_SHARE, dev.footfall.measurement.Scope.STORE);

        assertThat(few.value()).isNull();
        assertThat(few.reason())
                .contains("not told from 49 identifiable of 49 visits: at least 50 and 20 % are needed");
        assertThat(thin.value()).isNull();
        assertThat(thin.reason()).contains("not told from 60 identifiable of 310 visits");
    }

    @Test
    void whoStaysOutsideIsNoVisitor() {
        hear("10:02", 2, false, -71);
        hear("10:02", 4, false, -70);

        assertThat(TestDay.value(day.wholeDay(), Metric.FIRST_SEEN)).isEqualTo(1);
    }
}
