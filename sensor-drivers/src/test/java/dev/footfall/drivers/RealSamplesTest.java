package dev.footfall.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What real devices and vendors' documents sent. The files are not ours to ship: the folder is named by {@code
 * FOOTFALL_DEVICES} or lies beside the repository, and without it these tests say that they were skipped.
 */
class RealSamplesTest {
    private @Nullable Path samples;

    @BeforeEach
    void findSamples() {
        String named = System.getenv("FOOTFALL_DEVICES");
        samples = Stream.of(named == null ? "" : named, "../../shared/devices", "../shared/devices")
                .filter(path -> !path.isEmpty())
                .map(path -> Path.of(path).resolve("samples"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        assumeThat(samples)
                .as("skipped: no device samples; set FOOTFALL_DEVICES to the folder that holds samples/")
                .isNotNull();
    }

    @Test
    void milesightTriggerCountsBothLinesByTheirUuid() {
        Readings readings = readings("milesight-ip", "vs125-line-trigger.json");
        assertThat(readings.device()).isEqualTo("6384E16179950009");
        assertThat(readings.readings())
                .extracting(Reading::line)
                .containsExactly("9a0440de-3188-4f6d-b886-bb20c97bd26b", "82ffe54d-0191-484b-a2fc-495628a8f2a1");
        assertThat(readings.readings())
                .allSatisfy(reading -> assertThat(reading.fact()).isEqualTo(Fact.Crossing.event(27, 27)))
                .allSatisfy(
                        reading -> assertThat(reading.deviceTime()).isEqualTo(Instant.parse("2024-05-30T12:11:32Z")));
    }

    @Test
    void milesightPeriodicGivesWindowsTotalsAndTheRegion() {
        Readings readings = readings("milesight-ip", "vs125-periodic.json");
        String one = "9a0440de-3188-4f6d-b886-bb20c97bd26b";
        String two = "b138b9a1-ce58-40bd-98f4-c401dfc118c8";
        assertThat(readings.readings())
                .extracting(Reading::line)
                .containsExactly(one, two, one, two, "bd1e6ce2-e113-4ce4-a9b6-0633f7083cac");
        assertThat(readings.readings())
                .extracting(Reading::fact)
                .containsExactly(
                        Fact.Crossing.interval(0, 0, 60_000),
                        Fact.Crossing.interval(0, 0, 60_000),
                        new Fact.Counter(0, 0, null, 0, 141, true),
                        new Fact.Counter(0, 0, null, 0, 141, true),
                        new Fact.ZoneLevel("Region1", 2));
    }

    @Test
    void theVendorsTextWithoutQuotesIsNoJson() {
        assertThat(decode("milesight-ip", "vs121p-region-interval.jsonc"))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(Code.NOT_JSON));
    }

    @Test
    void frigateEventGivesTheZonesAfterTheChange() {
        Readings readings = readings("frigate", "events-update.jsonc");
        assertThat(readings.device()).isEqualTo("front_door");
        Reading reading = readings.readings().getFirst();
        assertThat(reading.fact())
                .isEqualTo(new Fact.Presence("1607123955.475377-mxklsc", List.of("yard", "driveway"), false));
        assertThat(reading.deviceTime()).isEqualTo(Instant.parse("2020-12-04T23:19:22.083Z"));
    }

    @Test
    void frigateReviewsAndFacesAreHeardAndNotRead() {
        for (String file : List.of(
                "reviews-update.jsonc",
                "tracked-object-update-classification.jsonc",
                "tracked-object-update-face.jsonc")) {
            Readings readings = readings("frigate", file);
            assertThat(readings.readings()).as(file).isEmpty();
            assertThat(readings.device()).as(file).isNotNull();
        }
    }

    @Test
    void frigatePlatesAreVehicles() {
        Readings readings = readings("frigate", "tracked-object-update-lpr.jsonc");
        Reading reading = readings.readings().getFirst();
        assertThat(reading.fact()).isEqualTo(new Fact.Vehicle(Fact.Direction.IN, new Identity.Raw("123ABC"), null));
        assertThat(reading.deviceTime()).isEqualTo(Instant.parse("2020-12-04T23:19:18.748Z"));
    }

    @Test
    void hikvisionRealTimeIsATotalWithoutTheChildren() {
        Readings readings = readings("hikvision", "peoplecounting-realtime.xml");
        assertThat(readings.device()).isEqualTo("849a40ecf16d");
        assertThat(readings.readings()).extracting(Reading::fact).containsExactly(Fact.Counter.of(70, 75));
    }

    @Test
    void hikvisionTimeRangeIsTheCountOfAWindow() {
        Readings readings = readings("hikvision", "peoplecounting-timerange-15min.xml");
        Reading reading = readings.readings().getFirst();
        assertThat(reading.fact()).isEqualTo(Fact.Crossing.interval(0, 1, 900_000));
        assertThat(reading.deviceTime()).isEqualTo(Instant.parse("2021-10-12T11:15:00Z"));
        assertThat(reading.line()).isEqualTo("1/1");
    }

    @Test
    void hikvisionPlatesAreNotPeopleAndTheVendorsMetadataIsNoJson() {
        assertThat(readings("hikvision", "anpr-deepinview-v5.8.xml").readings()).isEmpty();
        for (String file : List.of("metadata-peoplecounting.json.txt", "metadata-region-count.json.txt")) {
            assertThat(decode("hikvision", file))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.code()).isEqualTo(Code.NOT_JSON));
        }
    }

    @Test
    void tasmotaCountersAreTotalsInLocalTime() {
        Reading first = readings("tasmota", "sensor-counter.json").readings().getFirst();
        Reading second = readings("tasmota", "sensor-counter-b.json").readings().getFirst();
        assertThat(first.fact()).isEqualTo(Fact.Counter.of(61, 50));
        assertThat(second.fact()).isEqualTo(Fact.Counter.of(91, 50));
        assertThat(first.deviceTime()).isEqualTo(Instant.parse("2018-07-20T06:09:52Z"));
    }

    private Readings readings(String driver, String file) {
        DecodeResult result = decode(driver, file);
        assertThat(result).isInstanceOf(Readings.class);
        return (Readings) result;
    }

    private DecodeResult decode(String driver, String file) {
        try {
            Path folder = java.util.Objects.requireNonNull(samples).resolve(driver);
            Message message = Message.of("", Files.readAllBytes(folder.resolve(file)));
            DecodeContext context =
                    new DecodeContext(Instant.parse("2026-11-22T09:00:00Z"), ZoneId.of("Europe/Berlin"), Map.of());
            return DriverCatalog.named(driver).orElseThrow().decode(message, context);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
