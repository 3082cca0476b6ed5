package dev.footfall.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Payloads of real devices and vendors' documents, which are not ours to ship: the folder is named by {@code
 * FOOTFALL_DEVICES} or lies beside the repository.
 */
record SampleFiles(Path folder) {

    /** The samples; the test is skipped, and says so, where there are none. */
    static SampleFiles found() {
        String named = System.getenv("FOOTFALL_DEVICES");
        Path folder = Stream.of(named == null ? "" : named, "../../shared/devices", "../shared/devices")
                .filter(path -> !path.isEmpty())
                .map(path -> Path.of(path).resolve("samples"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        assumeThat(folder)
                .as("skipped: no device samples; set FOOTFALL_DEVICES to the folder that holds samples/")
                .isNotNull();
        return new SampleFiles(java.util.Objects.requireNonNull(folder));
    }

    /** What a driver reads in a file that it must also recognise without being told. */
    Readings readings(String driver, String file, String topic) {
        Message message = message(file, topic);
        assertThat(DriverCatalog.recognise(message).map(SensorDriver::name))
                .as(file)
                .contains(driver);
        DecodeResult result = decode(driver, file, topic);
        assertThat(result).as(file).isInstanceOf(Readings.class);
        return (Readings) result;
    }

    /** Why a driver refuses a file. */
    Rejected refusal(String driver, String file) {
        DecodeResult result = decode(driver, file, "");
        assertThat(result).as(file).isInstanceOf(Rejected.class);
        return (Rejected) result;
    }

    Message message(String file, String topic) {
        return Message.of(topic, bytes(file));
    }

    DecodeResult decode(String driver, String file, String topic) {
        DecodeContext context =
                new DecodeContext(Instant.parse("2026-11-22T09:00:00Z"), ZoneId.of("America/New_York"), Map.of());
        return DriverCatalog.named(driver).orElseThrow().decode(message(file, topic), context);
    }

    private byte[] bytes(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
