package dev.footfall.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.wiring.Canaries;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is kept of a refused payload names nobody, whatever the format. */
class RedactionTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private final Redaction redaction = new Redaction(new Pseudonyms(null));

    @TestFactory
    Stream<DynamicTest> noTestCaseOfAnyDriverNamesAnyoneAfterwards() {
        List<Canaries.Case> cases = Canaries.cases();
        Set<String> spellings = Canaries.spellings(cases);
        return cases.stream()
                .map(test -> DynamicTest.dynamicTest(test.toString(), () -> {
                    String kept = redaction.payload(test.payload(), DAY) + redaction.text(test.address(), DAY);
                    assertThat(spellings.stream().filter(kept::contains))
                            .as(kept)
                            .isEmpty();
                }));
    }

    @Test
    void whatHelpsATechnicianStays() {
        String payload = "{\"type\":\"crossing\",\"in\":-1,\"at\":\"2026-11-22T08:59:59Z\",\"line\":\"door\"}";
        assertThat(redaction.payload(payload.getBytes(StandardCharsets.UTF_8), DAY))
                .isEqualTo(payload);
    }

    @Test
    void platesInListsObjectsAndElementsAreBlankedWhole() {
        for (String payload : List.of(
                "{\"recognized_license_plate\":[\"B FO 1234\",0.93],\"id\":\"t\"}",
                "{\"plate\":{\"type\":\"Plate\",\"props\":{\"plate\":[{\"value\":\"B FO 1234\"}]}}}",
                "<a:licensePlate kind=\"x\">B FO 1234</a:licensePlate>",
                "<ANPR><licensePlate>B FO 1234",
                "2026-11-22 08:59:43,B FO 1234,0.9",
                "B FO 1234",
                "1234567")) {
            assertThat(redaction.payload(payload.getBytes(StandardCharsets.UTF_8), DAY))
                    .doesNotContain("FO", "1234");
        }
    }

    @Test
    void aSensorsOwnNamesForPlatesAreBlankedToo() {
        byte[] payload = "{\"car\":{\"lp\":\"B FO 1234\"},\"dir\":\"sideways\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(redaction.payload(payload, DAY, Set.of("lp")))
                .isEqualTo("{\"car\":{\"lp\":\"***\"},\"dir\":\"sideways\"}");
    }

    @Test
    void wordsAndSmallNumbersStay() {
        for (String payload : List.of("perhaps", "-3", "{\"count\":12345}")) {
            assertThat(redaction.payload(payload.getBytes(StandardCharsets.UTF_8), DAY))
                    .isEqualTo(payload);
        }
    }
}
