package dev.footfall.metrics.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.metrics.place.ZoneBySignal.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZoneBySignalTest {
    private final ZoneBySignal zones = new ZoneBySignal(survey());

    private static List<Reading> survey() {
        Random random = new Random(3);
        List<Reading> survey = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            survey.add(new Reading("hall", new double[] {
                -50 + 3 * random.nextGaussian(), -70 + 3 * random.nextGaussian(), i % 2 == 0 ? Double.NaN : -96
            }));
            survey.add(new Reading("store", new double[] {
                -70 + 3 * random.nextGaussian(), -50 + 3 * random.nextGaussian(), -80 + 3 * random.nextGaussian()
            }));
        }
        return survey;
    }

    @Test
    void tellsTheZoneOfAReadingLikeThoseOfTheSurvey() {
        assertThat(zones.zone(new double[] {-51, -69, Double.NaN})).isEqualTo("hall");
        assertThat(zones.zone(new double[] {-69, -52, -81})).isEqualTo("store");
    }

    @Test
    void thePosteriorSumsToOneAndKeepsDoubtFarFromEverything() {
        assertThat(zones.posterior(new double[] {-60, -60, -90}).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(zones.posterior(new double[] {Double.NaN, Double.NaN, Double.NaN}))
                .allSatisfy((zone, likely) -> assertThat(likely).isStrictlyBetween(0.0, 1.0));
    }

    @Test
    void aSurveyOfOneZoneOrOfDifferentSensorsIsRefused() {
        assertThatThrownBy(() -> new ZoneBySignal(List.of(new Reading("hall", new double[] {-50}))))
                .hasMessage("a survey must have readings of at least two zones; it has [1]");
        assertThatThrownBy(() -> new ZoneBySignal(List.of(
                        new Reading("hall", new double[] {-50, -60}), new Reading("store", new double[] {-50}))))
                .hasMessageContaining("must be of the same sensors: one has [1] values, the first [2]");
    }
}
