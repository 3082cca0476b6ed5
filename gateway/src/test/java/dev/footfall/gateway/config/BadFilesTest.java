package dev.footfall.gateway.config;

import static dev.footfall.gateway.config.Samples.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no configuration at all, or meant to hurt. */
class BadFilesTest {
    private static final int MIB = 1 << 20;

    static Stream<Arguments> notYaml() {
        return Stream.of(
                Arguments.of("store: x: y\n", "store.yaml:1: is not YAML: mapping values are not allowed here"),
                Arguments.of(
                        "store:\n\tid: x\n",
                        "store.yaml:2: is not YAML: while scanning for the next token, found character '\\t(TAB)' that"
                                + " cannot start any token. (Do not use \\t(TAB) for indentation)"),
                Arguments.of(
                        "sensors: [1, 2\n",
                        "store.yaml:2: is not YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end>"),
                Arguments.of("store: *nowhere\n", "store.yaml:1: is not YAML: found undefined alias nowhere"),
                Arguments.of("", "store.yaml:1: is empty; store and sensors must be given"),
                Arguments.of("# nothing yet\n", "store.yaml:1: is empty; store and sensors must be given"),
                Arguments.of("[a]\n", "store.yaml:1: [a] must be a section of keys and values"),
                Arguments.of("a: 1\n---\nb: 2\n", "store.yaml:2: holds a second YAML document; keep one"),
                Arguments.of("a: b\nc: \u0001\n", "store.yaml:2: holds a character that YAML does not allow: U+0001"));
    }

    @ParameterizedTest
    @MethodSource("notYaml")
    void whatIsNotYamlIsOneProblemWithItsLine(String text, String problem) {
        assertRefused(text, problem);
    }

    @Test
    void aKeyThatIsAListIsRefused() {
        assertThat(Samples.problems(Samples.MINIMAL + "? [a, b]\n: c\n"))
                .containsExactly("store.yaml:7: has a key that is not a single word of at most 200 characters");
    }

    static Stream<Arguments> hurtful() {
        return Stream.of(
                Arguments.of("aliases that multiply", bomb(), "grows beyond 50000 values through its aliases"),
                Arguments.of(
                        "an alias to itself", "store: &a [*a]\n", "nests more than 20 levels deep through its aliases"),
                Arguments.of("deep brackets", "a: " + "[".repeat(MIB - 10), "nests more than 20 levels deep"),
                Arguments.of("deep braces", "a: " + "{a: ".repeat(200_000), "nests more than 20 levels deep"),
                Arguments.of("deep dashes", "- ".repeat(500_000), "nests more than 20 levels deep"),
                Arguments.of("too many values", "a: [" + "1,".repeat(500_000) + "]", "holds more than 50000 values"),
                Arguments.of("too large", "#".repeat(MIB + 1), "must not be larger than 1 MiB"),
                Arguments.of("a key without end", "a".repeat(MIB - 10) + ": 1", "is not YAML"),
                Arguments.of("a quoted key without end", "? '" + "a".repeat(MIB - 20) + "'\n: 1", "has a key"),
                Arguments.of("a value without end", "store: {id: '" + "a".repeat(MIB - 20) + "'}", "4096 characters"),
                Arguments.of("spans without end", hours(), "4096 characters"),
                Arguments.of("wrong references", references(), "store.yaml: has more than these 1000 problems"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hurtful")
    void whatIsMeantToHurtIsRefusedSoon(String name, String text, String rule) {
        assertThat(CompletableFuture.supplyAsync(() -> Samples.problems(text)))
                .succeedsWithin(Duration.ofSeconds(60))
                .satisfies(problems -> assertThat(problems)
                        .anySatisfy(
                                problem -> assertThat(problem).contains(rule).hasSizeLessThan(2000)));
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String last = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, last))));
        }
        return text.toString();
    }

    private static String hours() {
        return Samples.STORE + "  hours:\n    mon: \"" + "10:00-11:00,".repeat(80_000) + "\"\n";
    }

    private static String references() {
        StringBuilder text = new StringBuilder(Samples.STORE + "zones:\n");
        for (int i = 0; i < 8_000; i++) {
            text.append("- {id: zone-").append(i).append("}\n");
        }
        text.append("sensors:\n- id: a\n  driver: native\n  zones:\n");
        for (int i = 0; i < 8_000; i++) {
            text.append("    z").append(i).append(": zoen-").append(i).append("\n");
        }
        return text.toString();
    }

    @Test
    void aSharedPartMayBeReferredTo() {
        assertThat(Samples.problems(Samples.STORE + """
                sensors:
                  - {id: a, driver: native, options: &slow {expect-every: 1h}}
                  - {id: b, driver: native, options: *slow}
                """)).isEmpty();
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(Samples.problems("\uFEFF" + Samples.MINIMAL)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsOneProblem(@TempDir Path folder) throws Exception {
        assertFile(
                folder,
                "store.yaml: does not exist in " + folder + "; create it there, config/minimal/store.yaml is a start");
        Path file = folder.resolve(ConfigLoader.FILE);
        Files.createDirectory(file);
        assertFile(folder, "store.yaml: is a folder; it must be a file");
        Files.delete(file);
        Files.write(file, new byte[] {'a', ':', '\n', 'b', (byte) 0xC3, (byte) 0x28});
        assertFile(folder, "store.yaml:2: is not UTF-8 text here; save the file as UTF-8");
        Files.write(file, new byte[] {'a', ':', '\n', 'b', (byte) 0xC3});
        assertFile(folder, "store.yaml:2: is not UTF-8 text here; save the file as UTF-8");
        Files.write(file, new byte[MIB + 1]);
        assertFile(folder, "store.yaml: must not be larger than 1 MiB");
    }

    private static void assertFile(Path folder, String problem) {
        assertThat(ConfigLoader.load(folder))
                .isInstanceOfSatisfying(
                        LoadResult.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::toString)
                                .containsExactly(problem));
    }
}
