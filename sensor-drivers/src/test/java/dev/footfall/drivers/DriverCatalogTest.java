package dev.footfall.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DriverCatalogTest {
    /** Reads what the configuration says; a payload has nothing that would tell. */
    private static final String MAPPED = "generic-json";

    @Test
    void namesAreUnique() {
        List<String> names =
                DriverCatalog.all().stream().map(SensorDriver::name).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownNameIsNobodys() {
        assertThat(DriverCatalog.named("milesight")).isEmpty();
    }

    /** Every test case that its driver can decode is recognised as that driver's or as nobody's, never as another's. */
    @TestFactory
    Stream<DynamicTest> noDriverClaimsAnothersTestCases() {
        return DriverCatalog.all().stream()
                .filter(driver -> !driver.name().equals(MAPPED))
                .flatMap(driver -> TestCase.of(driver.name()).stream()
                        .map(test -> DynamicTest.dynamicTest(
                                driver.name() + " " + test.name(),
                                () -> assertThat(DriverCatalog.recognise(test.message())
                                                .map(SensorDriver::name))
                                        .satisfiesAnyOf(
                                                found -> assertThat(found).isEmpty(),
                                                found -> assertThat(found).contains(driver.name())))));
    }

    /** Messages that say something countable are recognised even without their topic. */
    @TestFactory
    Stream<DynamicTest> whatCountsIsRecognisedByItsPayload() {
        return DriverCatalog.all().stream()
                .filter(driver -> !driver.name().equals(MAPPED))
                .flatMap(driver -> TestCase.of(driver.name()).stream()
                        .filter(test -> counts(driver, test))
                        .map(test -> DynamicTest.dynamicTest(
                                driver.name() + " " + test.name(),
                                () -> assertThat(DriverCatalog.recognise(new Message(
                                                        test.message().address(),
                                                        null,
                                                        test.message().payload(),
                                                        false))
                                                .map(SensorDriver::name))
                                        .contains(driver.name()))));
    }

    @Test
    void whatIsNobodysIsRecognisedAsNobodys() {
        assertThat(Stream.of("", "{}", "[]", "42", "null", "online", "{\"temperature\":21}", "<html></html>", "\u0000")
                        .map(text -> DriverCatalog.recognise(Message.of("", text.getBytes(StandardCharsets.UTF_8))))
                        .filter(found -> found.isPresent())
                        .filter(Objects::nonNull))
                .isEmpty();
    }

    private static boolean counts(SensorDriver driver, TestCase test) {
        return driver.decode(test.message(), test.context()) instanceof DecodeResult.Readings readings
                && !readings.readings().isEmpty();
    }
}
