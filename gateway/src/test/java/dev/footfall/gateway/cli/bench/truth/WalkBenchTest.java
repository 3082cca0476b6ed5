package dev.footfall.gateway.cli.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.cli.bench.truth.Walks.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated walks past a dual beam; the finding names its seeds. */
class WalkBenchTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SPACED", "BOUNCING", "ABREAST", "TURNING_BACK", "STANDING"})
    void theDoorTellsWhoPassed(Kind kind) throws Exception {
        Finding finding = new WalkBench(folder).of(kind);

        assertThat(finding.reached()).as(finding.toString()).isTrue();
        assertThat(finding.error()).as(finding.toString()).contains("interval holds 6 of 6");
    }
}
