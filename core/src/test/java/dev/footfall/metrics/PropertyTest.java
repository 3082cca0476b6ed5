package dev.footfall.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig.CountBasis;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for every day, on random days; a failure names its seed. */
class PropertyTest {
    private static final Set<Metric> ADDITIVE = EnumSet.of(
            Metric.FOOTFALL,
            Metric.ENTRIES,
            Metric.EXITS,
            Metric.PERSON_SECONDS,
            Metric.ZONE_ENTRIES,
            Metric.ZONE_ENGAGED,
            Metric.LINE_FORWARD,
            Metric.LINE_BACKWARD,
            Metric.VEHICLES_IN,
            Metric.VEHICLES_OUT);

    private static TestStore store() {
        return new TestStore()
                .in("Australia/Lord_Howe")
                .plan(10, 10)
                .entrance("main", CountBasis.IN, 2)
                .entrance("side", CountBasis.MEAN)
                .zone("a", 1, 1, 5, 1, 5, 5, 3, 3, 1, 5)
                .zone("b", 4, 4, 9, 4, 9, 9, 4, 9)
                .line("mid", 5, 0, 5, 10, null)
                .carPark("p1", 60)
                .door("door-1", "main")
                .door("door-2", "side")
                .camera("cam", Map.of("cam_b", "b"))
                .gate("gate", "p1");
    }

    private static List<Observation> randomDay(TestDay day, Random random) {
        List<Observation> all = new ArrayList<>();
        long seconds = day.day().window().length().toSeconds();
        long in = 0;
        long out = 0;
        for (int i = 0; i < 300; i++) {
            Instant at = day.day().window().start().plusMillis(i * seconds * 1000 / 300 + random.nextInt(100_000));
            in += random.nextInt(9);
            out += random.nextInt(9);
            if (random.nextInt(100) == 0) {
                in = random.nextInt(50);
            }
            all.add(Observation.of(new SensorId("door-1"), at, Fact.Counter.of(in, out)));
        }
        for (int i = 0; i < 400; i++) {
            Instant at = day.day().window().start().plusMillis(random.nextLong(seconds * 1000));
            all.add(Observation.of(new SensorId("door-2"), at, crossing(random)));
        }
        for (int i = 0; i < 60; i++) {
            Instant at = day.day().window().start().plusMillis(random.nextLong(seconds * 1000));
            all.add(Observation.of(new SensorId("cam"), at, new Fact.ZoneLevel("cam_b", random.nextInt(5))));
            all.add(Observation.of(
                    new SensorId("gate"),
                    at,
                    new Fact.Vehicle(Fact.Direction.values()[random.nextInt(2)], null, null)));
            all.add(Observation.of(
                    new SensorId("door-2"),
                    at.plusMillis(1),
                    random.nextInt(5) == 0 ? new Fact.Offline() : Fact.Heartbeat.BARE));
        }
        all.removeIf(o -> !day.day().window().contains(o.at()));
        return all;
    }

    private static Fact crossing(Random random) {
        return random.nextInt(3) == 0
                ? Fact.Crossing.event(random.nextInt(3), random.nextInt(3))
                : Fact.Crossing.interval(random.nextInt(50), random.nextInt(50), random.nextInt(3_600_000));
    }

    private static List<Measurement> allRows(TestDay day) {
        List<Measurement> rows = new ArrayList<>();
        for (Grain grain : Grain.values()) {
            for (Window window : day.calendar().windows(day.day(), grain)) {
                rows.addAll(day.fold.rows(grain, window, day.closed()));
            }
        }
        return rows;
    }

    private static TestDay folded(List<Observation> observations) {
        TestDay day = day();
        observations.forEach(day.fold::add);
        return day;
    }

    /** The day on which Lord Howe's clock goes back half an hour. */
    private static TestDay day() {
        return new TestDay(
                store().build(), java.time.LocalDate.of(2026, 4, 4), dev.footfall.metrics.counting.LearnedFactors.NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfArrivalChangesNoRow(long seed) {
        Random random = new Random(seed);
        List<Observation> observations = randomDay(day(), random);
        List<Measurement> inOrder = allRows(folded(observations));
        Collections.shuffle(observations, random);

        assertThat(allRows(folded(observations))).as("seed %d", seed).isEqualTo(inOrder);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void askingForRowsInBetweenChangesNoRow(long seed) {
        Random random = new Random(seed);
        List<Observation> observations = randomDay(day(), random);
        Collections.shuffle(observations, random);
        TestDay asked = day();
        for (Observation o : observations) {
            asked.fold.add(o);
            if (random.nextInt(20) == 0) {
                asked.fold.rows(Grain.DAY, asked.day().window(), new Horizon(o.at(), false));
                asked.fold.figuresAt(o.at(), random.nextBoolean());
                asked.fold.drainDirty();
            }
        }

        assertThat(allRows(asked)).as("seed %d", seed).isEqualTo(allRows(folded(observations)));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void quartersAddUpToHoursAndHoursToTheDay(long seed) {
        Random random = new Random(seed);
        TestDay day = folded(randomDay(day(), random));
        addTracks(day, random);

        for (Measurement whole : day.wholeDay()) {
            if (ADDITIVE.contains(whole.metric()) && whole.value() != null) {
                for (Grain grain : new Grain[] {Grain.QUARTER, Grain.HOUR}) {
                    assertThat(sum(day, grain, whole.metric(), whole.scope()))
                            .as("seed %d: %s %s by %s", seed, whole.metric(), whole.scope(), grain)
                            .isCloseTo(whole.value(), within(1e-6));
                }
            }
        }
    }

    private static double sum(TestDay day, Grain grain, Metric metric, Scope scope) {
        double sum = 0;
        for (Window window : day.calendar().windows(day.day(), grain)) {
            Double value = TestDay.value(day.fold.rows(grain, window, day.closed()), metric, scope);
            sum += value == null ? 0 : value;
        }
        return sum;
    }

    private static void addTracks(TestDay day, Random random) {
        for (int track = 0; track < 100; track++) {
            long at = random.nextLong(day.day().window().length().toMillis() - 600_000);
            double x = random.nextDouble(10);
            double y = random.nextDouble(10);
            for (int fix = 0; fix < 40; fix++) {
                day.fold.add(Observation.of(
                        new SensorId("cam"),
                        day.day().window().start().plusMillis(at),
                        new Fact.Position("t" + track, x, y)));
                at += 1 + random.nextInt(4000);
                x += random.nextGaussian();
                y += random.nextGaussian();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void everyQuarterThatChangedWasReportedAsChanged(long seed) {
        Random random = new Random(seed);
        List<Observation> observations = randomDay(day(), random);
        Collections.shuffle(observations, random);
        TestDay day = day();
        Horizon open = new Horizon(day.day().window().end(), false);
        List<Window> quarters = day.calendar().windows(day.day(), Grain.QUARTER);
        java.util.Map<Window, List<Measurement>> published = new java.util.HashMap<>();
        quarters.forEach(quarter -> published.put(quarter, day.fold.rows(Grain.QUARTER, quarter, open)));
        for (int i = 0; i < observations.size(); i++) {
            day.fold.add(observations.get(i));
            if (i % 80 == 0) {
                List<Window> dirty = day.fold.drainDirty();
                dirty.forEach(quarter -> published.put(quarter, day.fold.rows(Grain.QUARTER, quarter, open)));
                for (Window quarter : quarters) {
                    assertThat(day.fold.rows(Grain.QUARTER, quarter, open))
                            .as("seed %d: %s after %d observations", seed, quarter, i + 1)
                            .isEqualTo(published.get(quarter));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void everyRowIsWithinItsBounds(long seed) {
        Random random = new Random(seed);
        TestDay day = folded(randomDay(day(), random));
        addTracks(day, random);

        assertThat(allRows(day)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.completeness()).isBetween(0.0, 1.0);
            assertThat(row.revision()).isZero();
            if (row.value() != null && row.low() != null && row.high() != null) {
                assertThat(row.low()).as("%s", row).isLessThanOrEqualTo(row.value());
                assertThat(row.high()).as("%s", row).isGreaterThanOrEqualTo(row.value());
            }
            if (row.value() == null) {
                assertThat(row.reason()).as("%s", row).isNotNull();
            }
        });
    }
}
