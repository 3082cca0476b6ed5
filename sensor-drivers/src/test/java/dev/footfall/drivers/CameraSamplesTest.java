package dev.footfall.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Direction;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cameras and plate readers, as vendors and integrators show their messages. */
class CameraSamplesTest {
    private static final String AREA = "94afa4f8-1d24-4011-a481-ad3036e959b4";

    @SuppressWarnings("NullAway.Init") // set before each test, or the test is skipped
    private SampleFiles samples;

    @BeforeEach
    void findSamples() {
        samples = SampleFiles.found();
    }

    @Test
    void hikvisionReadsAPlateThatLeaves() {
        Readings readings = samples.readings("hikvision-anpr", "hikvision/anpr-deepinview-v5.8.xml", "");
        assertThat(only(readings).fact()).isEqualTo(vehicle(Direction.OUT, "WX1234A"));
        assertThat(only(readings).deviceTime()).isEqualTo(Instant.parse("2026-07-05T19:44:40Z"));
    }

    @Test
    void aGroupOfOpenAlprIsOneVehicle() {
        Readings readings = samples.readings("openalpr", "openalpr/alpr-group.json", "");
        assertThat(readings.device()).isEqualTo("1414799424");
        assertThat(only(readings).fact()).isEqualTo(vehicle(Direction.IN, "A13709"));
        assertThat(only(readings).deviceTime()).isEqualTo(Instant.parse("2015-11-24T00:50:08.789Z"));
    }

    @Test
    void anAgentsHeartbeatIsASignOfLife() {
        Readings readings = samples.readings("openalpr", "openalpr/alpr-heartbeat.json", "");
        assertThat(readings.device()).isEqualTo("1630410444");
        assertThat(only(readings).fact()).isEqualTo(new Fact.Heartbeat(2_594_832, Double.NaN));
    }

    @Test
    void verkadasMillisecondsAndSecondsAreToldApart() {
        Readings readings = samples.readings("verkada", "verkada/lpr-webhook.json", "");
        assertThat(only(readings).fact()).isEqualTo(vehicle(Direction.IN, "ABCD123"));
        assertThat(only(readings).deviceTime()).isEqualTo(Instant.ofEpochMilli(1_758_302_865_879L));
    }

    @Test
    void aRowOfPlateRecognizerIsAVehicle() {
        Readings readings = samples.readings("platerecognizer", "platerecognizer/stream-csv-row.csv", "");
        assertThat(readings.device()).isEqualTo("camera-1");
        assertThat(only(readings).fact()).isEqualTo(vehicle(Direction.IN, "SJUBI1"));
        assertThat(only(readings).deviceTime()).isEqualTo(Instant.parse("2021-10-27T06:20:43.970337Z"));
    }

    @Test
    void vacantSpacesAloneDoNotTellHowManyAreTakenWhateverTheStatusSays() {
        Readings readings = samples.readings("datex2", "datex2/parking-status.xml", "");
        assertThat(readings.device()).isEqualTo("P/1");
        assertThat(readings.readings()).isEmpty();
        assertThat(readings.skipped()).singleElement().asString().contains("120 vacant spaces", "option spaces");
    }

    @Test
    void openDataCamTotalsAreOfTheRecording() {
        Reading total = only(samples.readings("opendatacam", "opendatacam/tracker-sse.json", ""));
        assertThat(total.fact()).isEqualTo(new Fact.Counter(43, 0, "5cc3400252340f451cd7397a", 0, -1, false));
        assertThat(total.line()).isEqualTo(AREA);
    }

    @Test
    void objectsInThePictureOfOpenDataCamCountNothing() {
        assertThat(samples.readings("opendatacam", "opendatacam/recording-tracker.json", "")
                        .readings())
                .isEmpty();
    }

    @Test
    void aVehicleInThePictureIsNoPerson() {
        Reading frame = only(samples.readings("dlstreamer", "dlstreamer/gvametaconvert-vehicle.json", ""));
        assertThat(frame.fact()).isEqualTo(new Fact.ZoneLevel("frame", 0));
        assertThat(frame.deviceTime()).as("stream time is no time of day").isNull();
    }

    @Test
    void totalsOfALineAreNumbersInText() {
        Reading line = only(samples.readings("dlstreamer", "dlstreamer/event-line-crossing.json", ""));
        assertThat(line.fact()).isEqualTo(Fact.Counter.of(0, 1));
        assertThat(line.line()).isEqualTo("hallway_bottom");
    }

    @Test
    void zigbeePresenceIsALevelOfOne() {
        Reading presence = only(samples.readings("zigbee2mqtt", "zigbee2mqtt/occupancy.json", "zigbee2mqtt/hall"));
        assertThat(presence.fact()).isEqualTo(new Fact.ZoneLevel("hall", 1));
    }

    @Test
    void theStartOfAProtectEventWaitsForItsDirection() {
        Readings readings = samples.readings("unifi-protect", "unifi-protect/smart-detect-line-start.json", "");
        assertThat(readings.device()).isEqualTo("6656cb8200d97703e40004ed");
        assertThat(readings.readings()).isEmpty();
        assertThat(readings.skipped()).hasSize(1);
    }

    private static Reading only(Readings readings) {
        assertThat(readings.readings()).hasSize(1);
        return readings.readings().getFirst();
    }

    private static Fact vehicle(Direction direction, String plate) {
        return new Fact.Vehicle(direction, new Identity.Raw(plate), null);
    }
}
