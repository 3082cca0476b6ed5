package dev.footfall.metrics.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.alert.Alert;
import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.reason.Reason;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeriesWatchTest {
    private static final LocalDateTime MONDAY_TEN = LocalDateTime.parse("2026-01-05T10:00:00");

    /** Half a spread that makes eight points of 60 ± it have a standard deviation of 7, thus an upper limit of 81. */
    private static final double SPREAD = 7 * Math.sqrt(7 / 8.0);

    private final SeriesWatch watch = new SeriesWatch(true);
    private int week;

    private List<Alert> next(@Nullable Double value, double completeness, State state) {
        return next(Metric.FOOTFALL, value, completeness, state, true);
    }

    private List<Alert> next(Metric metric, @Nullable Double value, double completeness, State state, boolean over) {
        LocalDateTime at = MONDAY_TEN.plusWeeks(week++);
        Window hour = new Window(at.toInstant(ZoneOffset.UTC), at.plusHours(1).toInstant(ZoneOffset.UTC));
        Measurement row = new Measurement(
                metric,
                Scope.STORE,
                Grain.HOUR,
                hour,
                value,
                null,
                null,
                completeness,
                state,
                state == State.DEGRADED ? new Reason.Told("door-2 silent 10:20–10:40") : null,
                Basis.COUNTER,
                0);
        return watch.accept(row, at, over);
    }

    private List<Alert> next(double value) {
        return next(value, 1, State.VALID);
    }

    private void learnEightWeeks() {
        List<Alert> found = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            found.addAll(next(i % 2 == 0 ? 60 - SPREAD : 60 + SPREAD));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void withAnUpperLimitOf81Eighty_fiveIsAnException() {
        learnEightWeeks();
        assertThat(next(85)).singleElement().satisfies(alert -> {
            assertThat(alert.high()).isCloseTo(81.0, within(1e-9));
            assertThat(alert.low()).isCloseTo(39.0, within(1e-9));
            assertThat(alert.value()).isEqualTo(85);
            assertThat(alert.kind()).isEqualTo(Alert.Kind.ANOMALY);
            assertThat(alert.reason()).contains("it looks real");
        });
    }

    @Test
    void withAnUpperLimitOf81EightyIsNormal() {
        learnEightWeeks();
        assertThat(next(80)).isEmpty();
    }

    @Test
    void anHourInWhichTheDataEndIsNotTakenForADrop() {
        learnEightWeeks();
        assertThat(next(Metric.FOOTFALL, 20.0, 0.7, State.DEGRADED, false)).isEmpty();
        assertThat(next(Metric.FOOTFALL, 85.0, 0.7, State.DEGRADED, false)).hasSize(1);
    }

    @Test
    void anOccupancyOfNobodyIsNoProofThatNothingIsCounted() {
        learnEightWeeks();
        assertThat(next(Metric.OCCUPANCY, 0.0, 1, State.VALID, true))
                .singleElement()
                .satisfies(alert -> assertThat(alert.reason()).doesNotContain("nothing is counted"));
    }

    @Test
    void anExceptionIsNotLearnedFrom() {
        learnEightWeeks();
        next(300);
        assertThat(next(85))
                .singleElement()
                .satisfies(alert -> assertThat(alert.high()).isCloseTo(81.0, within(1e-9)));
    }

    @Test
    void aDropWithASilentSensorIsAnAnomalyThatSuspectsIt() {
        learnEightWeeks();
        assertThat(next(20.0, 0.7, State.DEGRADED)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Alert.Kind.ANOMALY);
            assertThat(alert.reason()).contains("a sensor fault is likely: door-2 silent");
        });
    }

    @Test
    void whatIsNotKnownIsNoException() {
        learnEightWeeks();
        assertThat(next(null, 0, State.INVALID)).isEmpty();
        assertThat(next(0.0, 0.2, State.DEGRADED)).isEmpty();
        assertThat(next(0.0, 1, State.CLOSED)).isEmpty();
    }
}
