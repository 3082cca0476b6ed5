package dev.footfall.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.observation.SensorId;
import dev.footfall.store.Survey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveySectionTest {
    private static final String STORE = """
        store: { id: s, time-zone: UTC }
        floor-plan: { width-m: 10, height-m: 5 }
        zones:
          - { id: hats, polygon: [[0, 0], [5, 0], [5, 5], [0, 5]] }
          - { id: shoes, polygon: [[5, 0], [10, 0], [10, 5], [5, 5]] }
        sensors:
          - { id: ap-1, driver: native }
          - { id: ap-2, driver: native }
        """;
    private static final String HATS = "[[-50, -70], [-51, -71], [-52, -100], [-50, -70], [-49, -72]]";
    private static final String SHOES = "[[-70, -50], [-71, -51], [-100, -52], [-70, -50], [-72, -49]]";

    private static String survey(String receivers, String readings) {
        return STORE + "wifi:\n  survey:\n    receivers: " + receivers + "\n    readings: " + readings + "\n";
    }

    @Test
    void theReadingsOfEveryZoneAreTaken() {
        Survey survey = Samples.config(survey("[ap-1, ap-2]", "{ hats: " + HATS + ", shoes: " + SHOES + " }"))
                .wifi()
                .survey();

        assertThat(survey).isNotNull();
        assertThat(survey.receivers()).containsExactly(new SensorId("ap-1"), new SensorId("ap-2"));
        assertThat(survey.readings()).hasSize(10);
        assertThat(survey.readings().get(2)).isEqualTo(new Survey.Reading("hats", List.of(-52, Survey.UNHEARD)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [ap-1]       | {}                                     | wifi.survey.receivers must name at least 2 sensors that hear radio devices
            [ap-1, ap-1] | {}                                     | wifi.survey.receivers[1] [ap-1] must be named once
            [ap-1, ap-3] | {}                                     | wifi.survey.receivers[1] [ap-3] must be the id of a sensor under sensors; did you mean ap-1?
            [ap-1, ap-2] | { hats: [[-50, -70]] }                 | wifi.survey.readings.hats has 1 readings; it must have at least 5
            [ap-1, ap-2] | { hats: [[-50]] }                      | wifi.survey.readings.hats[0] [-50] must have 2 strengths, one per receiver; -100 where it heard nothing
            [ap-1, ap-2] | { hats: [[-50, 3]] }                   | wifi.survey.readings.hats[0][1] [3] must be a whole number from -100 to 0
            [ap-1, ap-2] | { caps: [[-50, -70]] }                 | wifi.survey.readings.caps is not the id of a zone
            [ap-1, ap-2] | { hats: [] }                           | wifi.survey.readings must be of at least 2 zones
            """)
    void whatCannotPlaceADeviceIsRefused(String receivers, String readings, String problem) {
        assertThat(Samples.problems(survey(receivers, readings))).anyMatch(said -> said.endsWith(": " + problem));
    }
}
