package dev.footfall.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real WiFi and Bluetooth payloads; skipped, and says so, without the folder that {@code FOOTFALL_DEVICES} names. */
class RadioSamplesTest {

    @Test
    void everyRowOfTheSnifferIsASightingInLocalTime() throws IOException {
        List<Reading> readings = readings("probe-csv", "probe-csv/esp32-probe-sniffer-head500.csv");
        assertThat(readings).hasSize(500);
        assertThat(readings.getFirst().deviceTime()).isEqualTo(Instant.parse("2022-10-18T08:53:42.597864Z"));
        Fact.Sighting first = (Fact.Sighting) readings.getFirst().fact();
        assertThat(first.rssi()).isEqualTo(-94);
        assertThat(first.channel()).isEqualTo(2);
        assertThat(first.seq()).isEqualTo(2187);
        assertThat(first.fingerprint()).isNotZero();
    }

    @Test
    void paxcounterIsALevelWhetherFrameOrJson() throws IOException {
        List<Fact> expected =
                List.of(new Fact.ZoneLevel("wifi", 7), new Fact.ZoneLevel("ble", 3), new Fact.ZoneLevel("pax", 10));
        assertThat(facts("paxcounter", "paxcounter/mqtt-paxout-1.txt")).isEqualTo(expected);
        assertThat(facts("paxcounter", "paxcounter/ttn-decoded-port1.json")).isEqualTo(expected);
        assertThat(facts("paxcounter", "paxcounter/ttn-decoded-port2-status.json"))
                .containsExactly(new Fact.Heartbeat(216_000, Double.NaN));
        assertThat(facts("paxcounter", "paxcounter/ttn-decoded-port9-time.json"))
                .containsExactly(Fact.Heartbeat.BARE);
    }

    @Test
    void merakiSignalsAreNegativeInBothVersions() throws IOException {
        List<Reading> two = readings("meraki", "meraki/scanning-v2-wifi.json");
        assertThat(two)
                .extracting(reading -> ((Fact.Sighting) reading.fact()).rssi())
                .containsExactly(-48, -48);
        assertThat(two.getFirst().deviceTime()).isEqualTo(Instant.parse("2016-09-24T00:06:23Z"));
        List<Reading> three = readings("meraki", "meraki/scanning-v3-wifi.json");
        assertThat(three).hasSize(1);
        assertThat(((Fact.Sighting) three.getFirst().fact()).rssi()).isBetween(-100, -20);
        assertThat(three.getFirst().deviceTime()).isNotNull();
    }

    @Test
    void mistAndBluetoothGatewaysGiveOneSightingEach() throws IOException {
        assertThat(signals("mist", "mist/asset-raw-rssi.json")).containsExactly(-79);
        assertThat(signals("openmqttgateway", "openmqttgateway/bttomqtt-beacon.json"))
                .containsExactly(-89);
        assertThat(signals("openmqttgateway", "openmqttgateway/bttomqtt-ibeacon-random-mac.json"))
                .containsExactly(-79);
        assertThat(signals("openmqttgateway", "theengs/bttomqtt-apple.json")).containsExactly(-42);
        assertThat(signals("openmqttgateway", "theengs/mqtttomqtt-undecoded.json"))
                .containsExactly(-74);
        assertThat(signals("espresense", "espresense/device-old-firmware.json")).containsExactly(-84);
    }

    private static List<Integer> signals(String driver, String file) throws IOException {
        return facts(driver, file).stream()
                .map(fact -> ((Fact.Sighting) fact).rssi())
                .toList();
    }

    private static List<Fact> facts(String driver, String file) throws IOException {
        return readings(driver, file).stream().map(Reading::fact).toList();
    }

    /** What the file says; it must be recognised without a topic. */
    private static List<Reading> readings(String driver, String file) throws IOException {
        Message message = Message.of("", Files.readAllBytes(samples().resolve(file)));
        assertThat(DriverCatalog.recognise(message).map(SensorDriver::name)).contains(driver);
        DecodeContext context =
                new DecodeContext(Instant.parse("2026-11-22T09:00:00Z"), ZoneId.of("Europe/Prague"), Map.of());
        DecodeResult result = DriverCatalog.named(driver).orElseThrow().decode(message, context);
        assertThat(result).isInstanceOf(Readings.class);
        return ((Readings) result).readings();
    }

    private static Path samples() {
        Optional<Path> found = Stream.of(
                        Optional.ofNullable(System.getenv("FOOTFALL_DEVICES")).orElse(""),
                        "../../shared/devices",
                        "../shared/devices")
                .filter(path -> !path.isEmpty())
                .map(path -> Path.of(path).resolve("samples"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeThat(found)
                .as("skipped: no device samples; set FOOTFALL_DEVICES to the folder that holds samples/")
                .isPresent();
        return found.orElseThrow();
    }
}
