package dev.footfall.metrics.counting;

import static dev.footfall.metrics.TestDay.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Days whose visitors stay for about a quarter of an hour, and doors that do not see everybody. */
class StayWitnessTest {
    private static final int OPEN = 9 * 3600;
    private static final int CLOSE = 20 * 3600;
    private static final int VISITORS = 900;
    private static final double MEAN_STAY = 900;
    private static final int SEEDS = 12;

    private record Visit(int in, int out) {}

    private record Step(int at, boolean in) {}

    private static List<Visit> visits(Random random) {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            int in = OPEN + random.nextInt(CLOSE - OPEN - 600);
            int stay = (int) (-MEAN_STAY / 2 * Math.log((1 - random.nextDouble()) * (1 - random.nextDouble())));
            visits.add(new Visit(in, Math.min(CLOSE, in + 1 + stay)));
        }
        return visits;
    }

    private static List<Step> seen(List<Visit> visits, double missedIn, double missedOut, Random random) {
        List<Step> steps = new ArrayList<>();
        for (Visit visit : visits) {
            if (random.nextDouble() >= missedIn) {
                steps.add(new Step(visit.in, true));
            }
            if (random.nextDouble() >= missedOut) {
                steps.add(new Step(visit.out, false));
            }
        }
        steps.sort(Comparator.comparingInt(Step::at));
        return steps;
    }

    private static TestDay day(List<Step> steps) {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        for (Step step : steps) {
            day.add("door-1", time(step.at), Fact.Crossing.event(step.in ? 1 : 0, step.in ? 0 : 1));
        }
        return day;
    }

    private static String time(int second) {
        return LocalTime.ofSecondOfDay(second).toString();
    }

    private static double inside(List<Visit> visits, int from) {
        return (double) visits.stream()
                        .mapToLong(visit -> Math.max(0, Math.min(from + 900, visit.out) - Math.max(from, visit.in)))
                        .sum()
                / 900;
    }

    /** What factors alone that let the day end empty would tell of a quarter. */
    private static double byFactors(List<Step> steps, int from) {
        double ins = steps.stream().filter(Step::in).count();
        double middle = steps.size() / 2.0;
        double sum = 0;
        for (Step step : steps) {
            double seconds = Math.clamp(from + 900 - step.at, 0, 900);
            sum += seconds * (step.in ? middle / ins : -middle / (steps.size() - ins));
        }
        return Math.max(0, sum / 900);
    }

    private static Measurement occupancy(TestDay day, int from) {
        return row(day.quarter(time(from)), Metric.OCCUPANCY, Scope.STORE);
    }

    private static double known(@Nullable Double value) {
        assertThat(value).isNotNull();
        return value == null ? Double.NaN : value;
    }

    @Test
    void aBalanceThatDriftsIsSetRightByHowLongPeopleStay() {
        double error = 0;
        double byFactors = 0;
        int held = 0;
        int count = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            List<Visit> visits = visits(random);
            List<Step> steps = seen(visits, 0.02, 0.04, random);
            TestDay day = day(steps);
            for (int from = OPEN; from < CLOSE; from += 900) {
                double truth = inside(visits, from);
                Measurement told = occupancy(day, from);
                assertThat(told.reason()).endsWith("drift in between corrected by how long people stay");
                error += Math.abs(known(told.value()) - truth);
                byFactors += Math.abs(byFactors(steps, from) - truth);
                held += known(told.low()) <= truth && truth <= known(told.high()) ? 1 : 0;
                count++;
            }
        }

        assertThat(error).isLessThan(0.8 * byFactors);
        assertThat((double) held / count).isBetween(0.8, 0.97);
    }

    @Test
    void doorsThatBalanceToTheLastPersonAreBelieved() {
        Random random = new Random(7);
        List<Visit> visits = visits(random);
        TestDay day = day(seen(visits, 0, 0, random));

        for (int from = OPEN; from < CLOSE; from += 900) {
            assertThat(occupancy(day, from).value()).isCloseTo(inside(visits, from), within(1e-9));
            assertThat(occupancy(day, from).reason()).isNull();
        }
    }

    @Test
    void countsOfManyAtOnceTellNoStays() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        List<Step> steps = new ArrayList<>();
        for (int at = OPEN; at < CLOSE; at += 900) {
            day.add("door-1", time(at), Fact.Crossing.event(20, 0))
                    .add("door-1", time(at + 600), Fact.Crossing.event(0, 19));
            for (int i = 0; i < 20; i++) {
                steps.add(new Step(at, true));
                if (i < 19) {
                    steps.add(new Step(at + 600, false));
                }
            }
        }

        assertThat(occupancy(day, OPEN + 9000).value()).isCloseTo(byFactors(steps, OPEN + 9000), within(1e-9));
    }
}
