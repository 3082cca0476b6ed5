package dev.footfall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be seen in the source files only: their length, and words that do not belong there. */
class SourcesTest {
    private static final int LONGEST = 300;
    private static final String EXCUSE = "// long because:";

    @Test
    void filesAreShort() {
        List<Path> main = javaFiles("main");
        int[] lengths =
                main.stream().mapToInt(file -> lines(file).size()).sorted().toArray();
        System.out.printf(
                "%d source files: median %d lines, 95th percentile %d, longest %d%n",
                lengths.length,
                lengths[lengths.length / 2],
                lengths[lengths.length * 95 / 100],
                lengths[lengths.length - 1]);

        assertThat(main.stream()
                        .filter(file -> lines(file).size() > LONGEST)
                        .filter(file -> lines(file).stream().noneMatch(line -> line.contains(EXCUSE))))
                .as("files over %d lines that do not say why with `%s`", LONGEST, EXCUSE)
                .isEmpty();
    }

    @Test
    void noTestWaitsBlindly() {
        assertNowhere("test", Pattern.compile("\\bThread\\s*\\.\\s*sleep\\b"), "use Awaitility or a latch");
    }

    @Test
    void testsUseRealThingsAndFakesWeOwn() {
        assertNowhere(
                "test", Pattern.compile("^import .*\\b(mockito|easymock|powermock|jmockit)\\b"), "no mocking library");
    }

    @Test
    void assertionsAreWrittenOneWay() {
        assertNowhere(
                "test",
                Pattern.compile("^import (static )?org\\.(junit\\.jupiter\\.api\\.Assertions|hamcrest)\\b"),
                "use AssertJ");
    }

    @Test
    void nothingIsLeftForLater() {
        for (String tree : List.of("main", "test")) {
            assertNowhere(tree, Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b"), "do it now or file an issue");
        }
    }

    private static void assertNowhere(String tree, Pattern word, String instead) {
        List<String> hits = javaFiles(tree).stream()
                .flatMap(file -> lines(file).stream()
                        .filter(line -> word.matcher(line).find())
                        .map(line -> file + ": " + line.strip()))
                .toList();

        assertThat(hits).as(instead).isEmpty();
    }

    private static List<Path> javaFiles(String tree) {
        return Arrays.stream(Module.values())
                .map(module -> module.sources(tree))
                .filter(Files::isDirectory)
                .flatMap(SourcesTest::javaFilesBelow)
                .toList();
    }

    private static Stream<Path> javaFilesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
