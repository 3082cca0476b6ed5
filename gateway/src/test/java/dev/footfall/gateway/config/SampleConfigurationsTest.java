package dev.footfall.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleConfigurationsTest {

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "example", "full"})
    void everySampleIsValid(String name) {
        assertThat(ConfigLoader.load(Samples.folder(name))).isInstanceOf(LoadResult.Loaded.class);
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
