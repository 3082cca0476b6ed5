package dev.footfall.drivers;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every file of the samples folder, without being told its driver: who recognises it and what it says, or why it is
 * refused. {@code samples.tsv} holds what each file's section of the devices' documentation demands; details are in the
 * tests of the families.
 */
class EverySampleTest {
    private static final String INDEX = "MANIFEST.csv";

    @Test
    void everyFileOfTheFolderSaysWhatItsSectionSaysOrIsRefusedForTheStatedReason() throws IOException {
        SampleFiles samples = SampleFiles.found();
        assertThat(outcomes(samples)).isEqualTo(expected());
    }

    private static TreeMap<String, String> outcomes(SampleFiles samples) throws IOException {
        TreeMap<String, String> outcomes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(samples.folder())) {
            files.filter(Files::isRegularFile)
                    .map(file -> samples.folder().relativize(file).toString())
                    .filter(file -> !file.equals(INDEX))
                    .forEach(file -> outcomes.put(file, outcome(samples, file)));
        }
        return outcomes;
    }

    private static String outcome(SampleFiles samples, String file) {
        return DriverCatalog.recognise(samples.message(file, ""))
                .map(driver -> driver.name() + ": " + said(samples.decode(driver.name(), file, "")))
                .orElse("nobody's");
    }

    private static String said(DecodeResult result) {
        return switch (result) {
            case Rejected rejected -> "refused " + rejected.code().wireName();
            case Readings readings -> readings(readings);
        };
    }

    private static String readings(Readings readings) {
        String kinds = readings.readings().stream()
                .collect(groupingBy(
                        reading -> reading.fact().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        LinkedHashMap::new,
                        counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(joining(", "));
        String leftOut =
                readings.skipped().isEmpty() ? "" : "; " + readings.skipped().size() + " remarks";
        return (kinds.isEmpty() ? "nothing" : kinds) + leftOut;
    }

    private static TreeMap<String, String> expected() {
        TreeMap<String, String> expected = new TreeMap<>();
        for (String line : table()) {
            String[] columns = line.split("\t", 2);
            expected.put(columns[0], columns[1]);
        }
        return expected;
    }

    private static List<String> table() {
        try (var in = EverySampleTest.class.getResourceAsStream("/drivers/samples.tsv")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
