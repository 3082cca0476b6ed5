package dev.footfall.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class DriversCommandTest {
    private String out = "";
    private String err = "";

    static Stream<String> names() {
        return DriverCatalog.all().stream().map(SensorDriver::name);
    }

    @Test
    void theListHasEveryDriverWithItsTitle() {
        assertThat(run()).isZero();
        assertThat(out.lines()).hasSameSizeAs(DriverCatalog.all());
        for (SensorDriver driver : DriverCatalog.all()) {
            assertThat(out).contains(driver.name(), driver.title());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void oneDriverShowsItsDocumentationAndSampleConfiguration(String name) {
        assertThat(run(name)).isZero();
        assertThat(out).startsWith("# " + name).contains("## Options", "## Sample configuration", "driver: " + name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSampleIsAConfigurationThatLoads(String name, @TempDir Path folder) throws IOException {
        assertThat(run("--sample", name)).isZero();
        Files.writeString(folder.resolve(ConfigLoader.FILE), out);
        assertThat(ConfigLoader.load(folder)).isInstanceOf(LoadResult.Loaded.class);
    }

    @Test
    void anUnknownNameIsWrongUsageWithAHint() {
        assertThat(run("tasmoto")).isEqualTo(2);
        assertThat(err.strip()).isEqualTo("There is no driver [tasmoto]; did you mean tasmota?");
        assertThat(out).isEmpty();
    }

    private int run(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int exit = new CommandLine(new DriversCommand())
                .setOut(new PrintWriter(outText, true))
                .setErr(new PrintWriter(errText, true))
                .execute(arguments);
        out = outText.toString();
        err = errText.toString();
        return exit;
    }
}
