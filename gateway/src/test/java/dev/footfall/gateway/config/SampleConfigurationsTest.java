package dev.footfall.gateway.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.drivers.SensorDriver;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleConfigurationsTest {

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "example", "full"})
    void everySampleIsValid(String name) {
        assertThat(ConfigLoader.load(Samples.folder(name))).isInstanceOf(LoadResult.Loaded.class);
    }

    static List<String> drivers() {
        return DriverCatalog.all().stream().map(SensorDriver::name).toList();
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void everyDriversSampleIsValid(String driver) throws Exception {
        try (InputStream sample = DriverCatalog.class.getResourceAsStream("/drivers/" + driver + "/sample.yaml")) {
            String yaml = new String(requireNonNull(sample).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Samples.problems(yaml)).isEmpty();
        }
    }

    @Test
    void theExampleUsesOnlyWhatIsActive() {
        assertThat(ConfigLoader.load(Samples.folder("example")))
                .isInstanceOfSatisfying(
                        LoadResult.Loaded.class,
                        loaded -> assertThat(loaded.notActive()).isEmpty());
    }

    @Test
    void theNormativeShapeIsAcceptedWhole() {
        Optional<Path> folder = Stream.of(System.getenv("FOOTFALL_SPEC"), "../shared/spec", "../../shared/spec")
                .filter(place -> place != null && Files.isRegularFile(Path.of(place, ConfigLoader.FILE)))
                .map(Path::of)
                .findFirst();
        assumeTrue(folder.isPresent(), "skipped: no spec/store.yaml; FOOTFALL_SPEC may name its folder");
        assertThat(ConfigLoader.load(folder.get())).isInstanceOf(LoadResult.Loaded.class);
    }
}
