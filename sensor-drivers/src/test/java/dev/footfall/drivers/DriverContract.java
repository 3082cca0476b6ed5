package dev.footfall.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every driver keeps. A driver's test extends this and adds nothing but its driver (and what only it can do). */
public abstract class DriverContract {
    private static final int MUTATIONS_PER_CASE = 300;
    private static final List<String> SECTIONS = List.of(
            "## What it counts",
            "## What it does not count",
            "## Pointing the device at us",
            "## Quirks handled",
            "## Options",
            "## Sample configuration",
            "## Quality");

    private final SensorDriver driver;
    private final DriverDocumentation documentation;

    protected DriverContract(SensorDriver driver) {
        this.driver = driver;
        this.documentation = DriverDocumentation.of(driver);
    }

    @Test
    void isInTheCatalogueUnderItsName() {
        assertThat(driver.name()).matches("[a-z][a-z0-9-]*");
        assertThat(driver.title()).isNotBlank().hasSizeLessThan(120);
        assertThat(DriverCatalog.named(driver.name())).isPresent();
    }

    @Test
    void sampleConfigurationIsAWholeStoreWithThisDriver() {
        String sample = documentation.sample();
        assertThat(sample).contains("store:\n", "  id: ", "  time-zone: ", "sensors:\n", "driver: " + driver.name());
        assertThat(sample).doesNotContain("\t");
    }

    @Test
    void readmeHasAllSectionsAndTheSampleConfiguration() {
        String readme = documentation.readme();
        assertThat(readme).startsWith("# " + driver.name() + "\n").contains(SECTIONS);
        assertThat(readme).contains("```yaml\n" + documentation.sample() + "```\n");
        assertThat(readme).contains("| basic |", "| solid |", "| proven |");
    }

    @Test
    void everyOptionIsDocumentedWithItsDefaultAndValues() {
        String options = section("## Options");
        for (DriverOption option : driver.options()) {
            assertThat(options).contains("| `" + option.key() + "` |");
            assertThat(option.meaning()).endsWith(".");
            option.allowed().forEach(value -> assertThat(options).contains("`" + value + "`"));
        }
        assertThat(options.lines().filter(line -> line.startsWith("| `")))
                .hasSize(driver.options().size());
    }

    @TestFactory
    Stream<DynamicTest> decodesItsTestCases() {
        List<TestCase> cases = TestCase.of(driver.name());
        assertThat(cases).as("test cases of %s", driver.name()).isNotEmpty();
        return cases.stream().map(test -> DynamicTest.dynamicTest(test.name(), () -> check(test)));
    }

    private void check(TestCase test) {
        DecodeResult result = driver.decode(test.message(), test.context());
        switch (result) {
            case Rejected rejected ->
                assertThat(rejected.code().wireName() + ": " + rejected.reason())
                        .isEqualTo(test.expectedError().orElse("a reading"));
            case Readings readings -> {
                ObjectNode actual = ReadingJson.of(readings);
                JsonNode expected = test.expectedReadings().orElse(null);
                assertThat(actual.toPrettyString())
                        .isEqualTo(expected == null ? test.expectedError().orElse("") : expected.toPrettyString());
            }
        }
        assertThat(driver.decode(test.message(), test.context()))
                .as("same again")
                .isEqualTo(result);
    }

    @Test
    void neverThrowsForBrokenVariantsOfItsTestCases() {
        long seed = Long.getLong("footfall.seed", 20_261_122L);
        System.out.println(driver.name() + ": mutations with -Dfootfall.seed=" + seed);
        Random random = new Random(seed);
        for (TestCase test : TestCase.of(driver.name())) {
            Mutator mutator = new Mutator(test.message().payload(), random);
            for (int i = 0; i < MUTATIONS_PER_CASE; i++) {
                byte[] payload = mutator.next();
                survives(test.with(payload), test.context());
                DriverFuzz.check(driver, test.with(payload), test.context());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> neverThrowsForNastyPayloads() {
        List<String> addresses = Stream.concat(
                        TestCase.of(driver.name()).stream()
                                .map(test -> test.message().address()),
                        Stream.of("", "/ingest/" + driver.name() + "/x"))
                .distinct()
                .toList();
        return NastyPayloads.all().entrySet().stream()
                .map(nasty -> DynamicTest.dynamicTest(
                        nasty.getKey(),
                        () -> addresses.forEach(address -> survives(message(address, nasty.getValue())))));
    }

    @Test
    void refusesWhatIsTooLarge() {
        byte[] blanks = " ".repeat(PayloadLimit.BYTES + 1).getBytes(StandardCharsets.UTF_8);
        for (TestCase test : TestCase.of(driver.name())) {
            DecodeResult result = driver.decode(test.with(blanks), test.context());
            assertThat(result)
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.code()).isEqualTo(Code.TOO_LARGE));
        }
    }

    /** The documentation's text from a heading to the next. */
    private String section(String heading) {
        String readme = documentation.readme();
        int start = readme.indexOf(heading + "\n");
        int end = readme.indexOf("\n## ", start + 1);
        return start < 0 ? "" : readme.substring(start, end < 0 ? readme.length() : end);
    }

    private static Message message(String address, byte[] payload) {
        return Message.of(address, payload);
    }

    private void survives(Message message) {
        survives(message, new DecodeContext(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC, Map.of()));
    }

    private void survives(Message message, DecodeContext context) {
        byte[] before = message.payload().clone();
        DecodeResult result = driver.decode(message, context);
        if (result instanceof Rejected rejected) {
            assertThat(rejected.reason()).isNotBlank().hasSizeLessThan(400).doesNotContain("\n", "Exception");
        }
        assertThat(driver.recognise(message)).isBetween(0, 100);
        assertThat(message.payload()).as("payload is left alone").isEqualTo(before);
    }
}
