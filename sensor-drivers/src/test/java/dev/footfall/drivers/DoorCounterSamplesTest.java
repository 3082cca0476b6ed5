package dev.footfall.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The door counters' files of the device samples, where they are at hand. */
class DoorCounterSamplesTest {
    private final SampleFiles samples = SampleFiles.found();

    @Test
    void axisScenarioIsATotalOfItsRunAndCarsAreNoPeople() {
        Readings readings = samples.readings("axis", "axis/aoa-crossline-mqtt-1.json", "");
        assertThat(readings.device()).isEqualTo("0123456789ab");
        Reading reading = only(readings);
        assertThat(reading.fact()).isEqualTo(new Fact.Counter(0, 0, "2022-12-06T22:01:25Z", 0, -1, true));
        assertThat(reading.deviceTime()).isEqualTo(Instant.ofEpochMilli(1_670_518_346_712L));
        assertThat(reading.line()).isEqualTo("Device1Scenario1");
    }

    @Test
    void axisPeopleCounterIsAWindowInUtc() {
        Reading reading = only(samples.readings("axis", "axis/people-counter-retail-data-0.4.json", ""));
        assertThat(reading.fact()).isEqualTo(Fact.Crossing.interval(1, 2, 60_000));
        assertThat(reading.deviceTime()).isEqualTo(Instant.parse("2025-05-22T08:15:00Z"));
    }

    @Test
    void axisInputPortCountsOnlyIfAskedTo() {
        assertThat(samples.readings("axis", "axis/io-port-mqtt.json", "").readings())
                .isEmpty();
    }

    @Test
    void onvifCrossingIsOneObjectSeen() {
        String topic = "MyDevice/onvif-ej/RuleEngine/LineDetector/Crossed/&1/2/MyImportantFence1";
        Readings readings = samples.readings("onvif", "onvif-profile-m/line-crossed.json", topic);
        assertThat(readings.device()).isEqualTo("MyDevice");
        assertThat(only(readings).fact()).isEqualTo(new Fact.Crossing(1, 0, null, Fact.Kind.SEEN, 0));
        assertThat(only(readings).line()).isEqualTo("1/2/MyImportantFence1");
        assertThat(only(samples.readings("onvif", "bosch-mqtt/line-crossed-with-class.json", ""))
                        .fact())
                .isEqualTo(new Fact.Crossing(1, 0, null, Fact.Kind.SEEN, 0));
    }

    @Test
    void boschCounterIsATotalNamedByItsTopic() {
        String topic =
                "site/bentley/418-PCD-01-0001/onvif-ej/RuleEngine/CountAggregation/Counter/&1/Internal Door Inbound";
        Readings readings = samples.readings("onvif", "bosch-mqtt/counter-min.json", topic);
        assertThat(readings.device()).isEqualTo("site/bentley/418-PCD-01-0001");
        assertThat(only(readings).fact()).isEqualTo(Fact.Counter.of(5, 0));
        assertThat(only(readings).line()).isEqualTo("1/Internal Door Inbound");
    }

    @Test
    void irisysItemsOfAnImpossibleDayAreRefusedAndStatusIsALife() {
        assertThat(samples.refusal("irisys", "irisys/vector-mqtt-counts.json").reason())
                .contains("2019-02-91T12:30:00+0000");
        assertThat(only(samples.readings("irisys", "irisys/vector-mqtt-status.json", ""))
                        .fact())
                .isEqualTo(Fact.Heartbeat.BARE);
    }

    @Test
    void irisysHttpRegistersAreTotalsAndZonesAreNone() {
        Readings readings = samples.readings("irisys", "irisys/vector-http-post.json", "");
        assertThat(readings.device()).isEqualTo("V4D-17020025");
        assertThat(readings.readings())
                .extracting(Reading::fact)
                .containsExactly(Fact.Counter.of(121, 0), Fact.Counter.of(127, 0));
        assertThat(readings.skipped()).hasSize(2);
    }

    @Test
    void brickstreamMinutesAreOnTheCamerasWallClock() {
        Readings readings = samples.readings("brickstream", "brickstream/metrics-push.xml", "");
        assertThat(readings.device()).isEqualTo("13132694");
        assertThat(readings.readings())
                .extracting(Reading::fact)
                .containsExactly(Fact.Crossing.interval(3, 1, 60_000), Fact.Crossing.interval(0, 2, 60_000));
        assertThat(readings.readings().getFirst().deviceTime()).isEqualTo(Instant.parse("2025-11-18T19:08:00Z"));
    }

    @Test
    void terabeeIsATotalOfAClockThatWasNeverSet() {
        Readings readings = samples.readings("terabee", "terabee/pcm-counters.json", "");
        assertThat(readings.device()).isEqualTo("pcm807d3a86224b");
        assertThat(only(readings).fact()).isEqualTo(Fact.Counter.of(34, 17));
        assertThat(only(readings).deviceTime()).isEqualTo(Instant.parse("2000-01-01T00:14:31Z"));
    }

    @Test
    void dahuaHoursAreWindowsInTheStoresZone() {
        Reading reading = only(samples.readings("dahua", "dahua/videostat-dofind.json", ""));
        assertThat(reading.fact()).isEqualTo(Fact.Crossing.interval(12, 9, 3_600_000));
        assertThat(reading.deviceTime()).isEqualTo(Instant.parse("2026-07-06T13:00:00Z"));
        assertThat(reading.line()).isEqualTo("channel-0/area-1");
    }

    private static Reading only(Readings readings) {
        assertThat(readings.readings()).hasSize(1);
        return readings.readings().getFirst();
    }
}
