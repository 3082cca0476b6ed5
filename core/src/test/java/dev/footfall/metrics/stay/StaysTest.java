package dev.footfall.metrics.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaysTest {
    private static final Scope SHELF = new Scope.Zone("shelf");

    private final TestStore store = TestStore.oneDoor()
            .plan(10, 10)
            .zone("shelf", 2, 2, 4, 2, 4, 4, 2, 4)
            .camera("cam", Map.of())
            .camera("ap-1", Map.of());
    private final TestDay day = store.fold();

    @ParameterizedTest
    @CsvSource({"0, 0", "14.999, 0", "15, 1", "30, 2", "119, 3", "120, 4", "7679, 9", "7680, 10", "90000, 10"})
    void classesDoubleFromAQuarterOfAMinuteOn(double seconds, int bin) {
        assertThat(StayBins.of(seconds)).isEqualTo(bin);
    }

    @Test
    void whatIsSpreadIsNeitherLostNorMultiplied() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            double from = Math.exp(random.nextDouble() * 11);
            double[] bins = new double[StayBins.COUNT];
            StayBins.spread(from, from * (1 + random.nextDouble() * 3), 2.5, bins);
            assertThat(Arrays.stream(bins).sum()).isCloseTo(2.5, within(1e-9));
        }
    }

    @Test
    void aVisitToAZoneGrowsFromClassToClassAndCountsWhereItBegan() {
        walk("a", "10:14:50", 40, 3);
        walk("b", "10:20:00", 8, 3);
        walk("c", "10:21:00", 300, 8);

        assertThat(of(SHELF, Basis.CAMERA, "10:00", "10:15").bins()).containsExactly(counts(2, 1));
        assertThat(of(SHELF, Basis.CAMERA, "10:15", "10:30").bins()).containsExactly(counts(0, 1));
        assertThat(of(Scope.STORE, Basis.CAMERA, "10:15", "10:30").bins())
                .as("in view")
                .containsExactly(counts(0, 1, 5, 1));
        assertThat(of(SHELF, Basis.CAMERA, "10:00", "10:15").plus(of(SHELF, Basis.CAMERA, "10:15", "10:30")))
                .isEqualTo(of(SHELF, Basis.CAMERA, "10:00", "10:30"));
    }

    @Test
    void everyEntryIsInExactlyOneClassAlsoWhereSomeAreTakenBack() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            double x = 3;
            for (int second = 0; second < 30; second += 3) {
                x += random.nextGaussian() * 0.4;
                fix("t" + i, "11:%02d:%02d".formatted(i % 60, second + i / 60), x);
            }
        }
        double entries = java.util.Objects.requireNonNull(TestDay.value(day.wholeDay(), Metric.ZONE_ENTRIES, SHELF));
        Stays stays = of(SHELF, Basis.CAMERA, "04:00", "+04:00");

        assertThat(entries).isGreaterThan(200);
        assertThat(stays.visits()).isEqualTo(entries);
        assertThat(stays.n()).isEqualTo(entries);
        assertThat(Arrays.stream(stays.bins()).boxed()).allMatch(count -> count >= 0);
    }

    @Test
    void peopleWhoAreOnlyCountedAreVisitsOfUnknownLength() {
        day.add("cam", "10:00:00", new Fact.ZoneLevel("shelf", 0));
        day.add("cam", "10:01:00", new Fact.ZoneLevel("shelf", 3));

        assertThat(of(SHELF, Basis.CAMERA, "10:00", "10:15").visits()).isEqualTo(3);
        assertThat(of(SHELF, Basis.CAMERA, "10:00", "10:15").n()).isZero();
    }

    @Test
    void phonesHeardTwiceAreSpreadOverTheirLikelyLengthsAndOthersOnlyLowerTheCoverage() {
        for (int phone = 0; phone < 40; phone++) {
            for (int second = 0; second <= 1_200; second += 40) {
                heard(phone, second + phone);
            }
        }
        for (int phone = 100; phone < 110; phone++) {
            heard(phone, phone);
        }
        Stays stays = of(Scope.STORE, Basis.WIFI, "10:00", "11:00");

        assertThat(stays.visits()).isEqualTo(50);
        assertThat(stays.n()).isCloseTo(40, within(1e-6));
        assertThat(stays.bins()[StayBins.of(1_220)]).isGreaterThan(34);
    }

    @Test
    void aStoreOfDoorsAloneHasNoDistribution() {
        TestDay doors = TestStore.oneDoor().fold();
        doors.add("door-1", "10:00:30", Fact.Crossing.event(3, 0));

        assertThat(doors.fold.stays(doors.day().window(), true)).isEmpty();
    }

    private void heard(int phone, int second) {
        String time = "10:%02d:%02d".formatted(second / 60, second % 60);
        day.add("ap-1", time, new Fact.Sighting(new Identity.Pseudonym(1_000 + phone, false), -50, 6, -1, 0));
    }

    private void walk(String track, String from, int seconds, double x) {
        var start = day.at(from).atZone(day.calendar().zone()).toLocalTime();
        for (int second = 0; second <= seconds; second += 4) {
            fix(track, start.plusSeconds(second).toString(), x);
        }
    }

    private void fix(String track, String time, double x) {
        day.add("cam", time, new Fact.Position(track, x, 3));
    }

    private Stays of(Scope scope, Basis basis, String from, String to) {
        List<Stays> stays = day.fold.stays(day.window(from, to), true);
        return stays.stream()
                .filter(each -> each.scope().equals(scope) && each.basis() == basis)
                .findFirst()
                .orElseThrow(() -> new AssertionError(stays));
    }

    /** Pairs of class and count. */
    private static double[] counts(int... pairs) {
        double[] counts = new double[StayBins.COUNT];
        for (int i = 0; i < pairs.length; i += 2) {
            counts[pairs[i]] = pairs[i + 1];
        }
        return counts;
    }
}
