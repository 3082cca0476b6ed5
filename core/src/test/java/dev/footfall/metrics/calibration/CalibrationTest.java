package dev.footfall.metrics.calibration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.State;
import dev.footfall.metrics.calibration.CalibrationDay.Pair;
import dev.footfall.reason.RadioReason.WifiRarelyKnown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    /** A day on which each of some people carries a device and three devices belong to nobody, all of it noisy. */
    private static CalibrationDay day(int number, long seed, double noise) {
        Random random = new Random(seed);
        List<Pair> pairs = new ArrayList<>();
        for (int bin = 0; bin < 96; bin++) {
            int people = bin < 24 || bin >= 84 ? 0 : 4 + (bin / 12 + number) % 5 * 3;
            double devices = Math.max(0, people + 3 + noise * random.nextGaussian());
            float[] features = new float[Features.COUNT];
            java.util.Arrays.fill(features, (float) Math.sqrt(devices));
            pairs.add(new Pair(bin, 8 + bin / 12, people, (float) devices, features));
        }
        return new CalibrationDay(FIRST.plusDays(number), pairs);
    }

    private static List<CalibrationDay> days(int count, double noise) {
        List<CalibrationDay> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(day(i, 100 + i, noise));
        }
        return days;
    }

    private static double[] features(double devices) {
        double[] features = new double[Features.COUNT];
        java.util.Arrays.fill(features, Math.sqrt(devices));
        return features;
    }

    private static String why(Calibration calibration) {
        return requireNonNull(calibration.missing()).english();
    }

    @Test
    void aStoreWithoutAnOverlapSaysWhatIsMissing() {
        assertThat(why(Calibration.NONE))
                .isEqualTo("not calibrated: WiFi and the people present were known together on 0 earlier days for 0 "
                        + "minutes; 2 days and 120 minutes are needed");
        assertThat(why(Calibration.of(days(1, 1)))).contains("on 1 earlier day for 480 minutes");
    }

    @Test
    void aStoreThatWasAlwaysEmptyTeachesNothing() {
        List<CalibrationDay> empty = days(3, 1).stream()
                .map(day -> new CalibrationDay(
                        day.date(),
                        day.pairs().stream().filter(pair -> pair.people() == 0).toList()))
                .toList();

        assertThat(why(Calibration.of(empty))).contains("the number of people was the same");
    }

    @Test
    void findsThePeopleBehindTheDevices() {
        Calibration calibration = Calibration.of(days(8, 0.5));

        assertThat(calibration.missing()).isNull();
        assertThat(calibration.people(features(13))).isCloseTo(10, within(1.0));
        assertThat(calibration.people(features(0))).isZero();
    }

    @Test
    void theIntervalHoldsAboutNineTimesInTen() {
        Calibration calibration = Calibration.of(days(12, 2));
        int held = 0;
        int all = 0;
        for (int i = 20; i < 40; i++) {
            for (int from = 24; from < 84; from += 3) {
                List<Pair> quarter = day(i, 900 + i, 2).pairs().subList(from, from + 3);
                double estimate = quarter.stream()
                        .mapToDouble(pair -> calibration.people(features(pair.devices())))
                        .average()
                        .orElseThrow();
                double people =
                        quarter.stream().mapToDouble(Pair::people).average().orElseThrow();
                Errors.Band band = calibration.around(estimate);
                assertThat(estimate).isBetween(band.low(), band.high());
                held += people >= band.low() && people <= band.high() ? 1 : 0;
                all++;
            }
        }
        assertThat(held / (double) all).isBetween(0.82, 0.97);
    }

    @Test
    void theOrderOfTheDaysDoesNotMatter() {
        List<CalibrationDay> days = days(6, 2);
        Calibration forward = Calibration.of(days);
        Calibration backward = Calibration.of(days.reversed());

        assertThat(backward.people(features(9))).isEqualTo(forward.people(features(9)));
        assertThat(backward.around(6)).isEqualTo(forward.around(6));
    }

    @Test
    void whatTheJournalKeepsIsWhatWasTaught() {
        CalibrationDay day = day(3, 5, 2);
        CalibrationDay read = CalibrationDay.of(day.date(), day.bytes());

        assertThat(read.bytes()).isEqualTo(day.bytes());
        assertThat(read.pairs()).hasSameSizeAs(day.pairs());
        assertThat(read.pairs().get(40).people()).isEqualTo(day.pairs().get(40).people());
    }

    @Test
    void theRatioIsOfSumsAndItsIntervalOfTheDays() {
        PeoplePer ratio = Calibration.of(days(8, 1)).ratio();
        PeoplePer.Ratio site = ratio.of(hour -> true);

        assertThat(site).isNotNull();
        assertThat(site.value()).isBetween(site.low(), site.high()).isCloseTo(0.71, within(0.05));
        assertThat(ratio.of(hour -> hour == 8))
                .isNotNull()
                .satisfies(night -> assertThat(night.value()).isZero());
    }

    @Test
    void aRatioWithoutOverlapIsNullWithAReason() {
        assertThat(Calibration.NONE
                        .ratio()
                        .figure(hour -> true, 1, new WifiRarelyKnown(2))
                        .value())
                .isNull();
        assertThat(Calibration.NONE
                        .ratio()
                        .figure(hour -> true, 1, new WifiRarelyKnown(2))
                        .state())
                .isEqualTo(State.INVALID);
        assertThat(Calibration.NONE
                        .ratio()
                        .figure(hour -> true, 1, new WifiRarelyKnown(2))
                        .reason())
                .isEqualTo(
                        "WiFi with devices near by and the people present were known together on fewer than 2 earlier "
                                + "days in these hours");
    }
}
