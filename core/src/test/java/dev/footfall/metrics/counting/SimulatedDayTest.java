package dev.footfall.metrics.counting;

import static dev.footfall.metrics.TestDay.row;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days with known truth: 1,200 visitors in two peaks, half a minute and an exponential stay, counters that miss some. The
 * bounds are a tenth above what was found; the raw balance errs by 4 to 10 people on these days.
 */
class SimulatedDayTest {
    private static final int VISITORS = 1200;
    private static final int DAYS = 12;
    /** The quarters in which hardly anyone is there would only flatter the error. */
    private static final int FIRST_BUSY = 20;

    private static final int LAST_BUSY = 72;

    /** What the doors really saw: people present per second, and their mean stay. */
    private static final class Truth {
        final int[] present = new int[86_400];
        double stay;
    }

    private static Truth simulate(TestDay day, Random random, double missIn, double missOut) {
        Truth truth = new Truth();
        Instant start = day.day().window().start();
        SensorId door = new SensorId("door-1");
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            double peak = random.nextBoolean()
                    ? 8 * 3600 + 5000 * random.nextGaussian()
                    : 14 * 3600 + 4000 * random.nextGaussian();
            int in = (int) Math.max(0, Math.min(70_000, peak));
            int out = (int) Math.min(86_399, in + 30 - 900 * Math.log(1 - random.nextDouble()));
            truth.stay += (out - in) / (double) VISITORS;
            for (int second = in; second < out; second++) {
                truth.present[second]++;
            }
            if (random.nextDouble() >= missIn) {
                day.fold.add(Observation.of(door, start.plusSeconds(in), Fact.Crossing.event(1, 0)));
            }
            if (random.nextDouble() >= missOut) {
                day.fold.add(Observation.of(door, start.plusSeconds(out), Fact.Crossing.event(0, 1)));
            }
        }
        return truth;
    }

    private static double meanPresent(Truth truth, int quarter) {
        long sum = 0;
        for (int second = quarter * 900; second < quarter * 900 + 900; second++) {
            sum += truth.present[second];
        }
        return sum / 900.0;
    }

    private static double known(@Nullable Double value) {
        assertThat(value).isNotNull();
        return value;
    }

    private static LearnedFactors learned(double missIn, double missOut) {
        List<DayTotals> totals = new ArrayList<>();
        for (int seed = 101; seed <= 120; seed++) {
            TestDay day = TestStore.oneDoor().fold().alive("door-1");
            simulate(day, new Random(seed), missIn, missOut);
            totals.add(day.fold.totals());
        }
        return LearnedFactors.from(totals);
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.02, 2.2", "0.02, 0.04, 2.5", "0.04, 0.02, 3.0", "0.05, 0.05, 3.5"})
    void aClosedDayIsCloseToTheTruthAndItsIntervalHonest(double missIn, double missOut, double most) {
        LearnedFactors learned = learned(missIn, missOut);
        double error = 0;
        double covered = 0;
        double dwell = 0;
        for (int seed = 1; seed <= DAYS; seed++) {
            TestDay day = TestStore.oneDoor().fold(learned).alive("door-1");
            Truth truth = simulate(day, new Random(seed), missIn, missOut);
            for (int quarter = FIRST_BUSY; quarter < LAST_BUSY; quarter++) {
                Window window =
                        day.calendar().quarterOf(day.day().window().start().plusSeconds(quarter * 900L));
                Measurement row =
                        row(day.fold.rows(Grain.QUARTER, window, day.closed()), Metric.OCCUPANCY, Scope.STORE);
                double present = meanPresent(truth, quarter);
                error += Math.abs(known(row.value()) - present);
                covered += known(row.low()) <= present && present <= known(row.high()) ? 1 : 0;
            }
            dwell += known(value(day.wholeDay(), Metric.DWELL_MEAN)) / truth.stay;
        }
        int quarters = DAYS * (LAST_BUSY - FIRST_BUSY);

        assertThat(error / quarters).as("mean absolute error of occupancy").isLessThan(most);
        assertThat(covered / quarters).as("share within the 90 %% interval").isGreaterThan(0.78);
        assertThat(dwell / DAYS).as("dwell as a share of the truth").isCloseTo(1, within(0.05));
    }
}
