package dev.footfall.gateway.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.drivers.Message;
import dev.footfall.gateway.admission.StandIns;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Receipt;
import dev.footfall.gateway.intake.Source;
import dev.footfall.gateway.wiring.Canaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnonymiserTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void nobodyInTheDriversTestCasesIsFoundInWhatIsKept() throws IOException {
        List<Canaries.Case> cases = Canaries.cases();
        Set<String> spellings = Canaries.spellings(cases);
        Anonymiser anonymiser =
                anonymiser(cases.stream().map(Canaries.Case::configuration).collect(Collectors.joining()));
        List<String> kept = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Canaries.Case test : cases) {
            Arrival arrival = pushed(test.driver(), test.sensor(), test.payload());
            switch (anonymiser.of(arrival)) {
                case Anonymiser.Kept message -> {
                    kept.add(test.toString());
                    String text = new String(message.arrival().message().payload(), ISO_8859_1);
                    assertThat(spellings.stream().filter(text::contains))
                            .as(test + ": " + text)
                            .isEmpty();
                }
                case Anonymiser.Refused refused ->
                    assertThat(refused.reason()).as(test.toString()).isNotEmpty();
                case Anonymiser.LeftOut out -> leftOut.add(test + ": " + out.why());
            }
        }
        assertThat(kept).hasSizeGreaterThan(80);
        assertThat(leftOut).isEmpty();
    }

    @Test
    void aCounterKeepsWhatItsDriverNeedsAndNothingElse() throws IOException {
        String kept = kept("milesight-ip", """
                { "device_info": { "device_sn": "6757C4120417", "device_mac": "24:E1:24:00:11:22",
                                   "device_name": "Annas door" },
                  "time_info": { "start_time": "2026-11-22T16:58:00+08:00", "end_time": "2026-11-22T16:59:00+08:00" },
                  "line_periodic_data": [ { "line": 1, "line_name": "Eingang", "total": { "in": 3, "out": 1 } } ] }
                """);
        assertThat(kept)
                .contains("\"device_sn\": \"6757C4120417\"", "2026-11-22T16:59:00+08:00", "\"in\": 3")
                .contains("\"device_mac\": \"\"", "\"device_name\": \"\"", "\"line_name\": \"\"");
    }

    @Test
    void oneDeviceHasOneStandInAllDayAndAnotherTheNext() throws IOException {
        String[] written = {"\"7c:ed:8d:01:02:03\"", "\"7CED8D010203\""};
        String sighting = "{\"type\":\"sighting\",\"mac\":%s,\"rssi\":-60}";
        Anonymiser anonymiser = anonymiser("  - { id: ap, driver: native }\n");
        String noon = text(anonymiser.of(
                pushed("native", "ap", sighting.formatted(written[0]).getBytes(UTF_8))));
        String again = text(anonymiser.of(
                pushed("native", "ap", sighting.formatted(written[1]).getBytes(UTF_8))));
        Arrival tomorrow = pushed("native", "ap", sighting.formatted(written[0]).getBytes(UTF_8))
                .cameAt(NOON.plus(Duration.ofDays(1)));
        assertThat(again).isEqualToIgnoringCase(noon.replaceAll("(?<=[0-9a-f]):(?=[0-9a-f])", ""));
        assertThat(text(anonymiser.of(tomorrow)))
                .isNotEqualTo(noon)
                .matches(noon.replaceAll("[0-9a-f]{2}:", "..:")
                        .replaceAll("[0-9a-f]{2}\"", "..\"")
                        .replace("{", "\\{")
                        .replace("}", "\\}"));
    }

    @Test
    void aStandInIsAnAddressOfTheSameKind() {
        StandIns standIns = new StandIns();
        LocalDate day = LocalDate.of(2026, 11, 22);
        for (String address : List.of("7ced8d010203", "da0123456789", "ff0011223344")) {
            String other = standIns.of(address, day);
            assertThat(other).matches("[0-9a-f]{12}").isNotEqualTo(address);
            assertThat(Integer.parseInt(other.substring(0, 2), 16) & 0xc3)
                    .isEqualTo(Integer.parseInt(address.substring(0, 2), 16) & 0xc3);
        }
        assertThat(standIns.of("HHAB1234", day)).matches("[A-Z]{4}\\d{4}").isNotEqualTo("HHAB1234");
    }

    @Test
    void aMessageOfNobodysIsKeptWithoutNamesAndRefusedAsTheGatewayWould() throws IOException {
        Anonymiser anonymiser = anonymiser("  - { id: door, driver: native }\n");
        Anonymiser.Result result = anonymiser.of(pushed(
                "native", "elsewhere", "{\"plate\":\"HH AB 1234\",\"mac\":\"7c:ed:8d:01:02:03\"}".getBytes(UTF_8)));
        assertThat(result).isInstanceOf(Anonymiser.Refused.class);
        Anonymiser.Refused refused = (Anonymiser.Refused) result;
        assertThat(refused.reason()).contains("no sensor is configured");
        assertThat(new String(refused.arrival().message().payload(), UTF_8)).doesNotContain("HH AB", "7c:ed");
    }

    @Test
    void whatCannotBeRewrittenIsLeftOut() throws IOException {
        byte[] bytes = new byte[400];
        bytes[0] = (byte) 0xff;
        Anonymiser anonymiser = anonymiser("  - { id: ap, driver: wifi-probe }\n");
        assertThat(anonymiser.of(pushed("wifi-probe", "ap", bytes))).isNotInstanceOf(Anonymiser.Kept.class);
    }

    private String kept(String driver, String payload) throws IOException {
        return text(anonymiser("  - { id: one, driver: " + driver + " }\n")
                .of(pushed(driver, "one", payload.getBytes(UTF_8))));
    }

    private static String text(Anonymiser.Result result) {
        assertThat(result).isInstanceOf(Anonymiser.Kept.class);
        return new String(((Anonymiser.Kept) result).arrival().message().payload(), UTF_8);
    }

    private Anonymiser anonymiser(String sensors) throws IOException {
        Files.writeString(
                folder.resolve(ConfigLoader.FILE),
                "store: { id: shop, time-zone: Asia/Shanghai }\nsensors:\n" + sensors);
        return switch (ConfigLoader.load(folder)) {
            case LoadResult.Loaded loaded -> new Anonymiser(loaded.config(), DriverCatalog.all());
            case LoadResult.Invalid invalid ->
                throw new IllegalArgumentException(invalid.problems().toString());
        };
    }

    private static Arrival pushed(String driver, String sensor, byte[] payload) {
        return new Arrival(
                Source.HTTP,
                "",
                new Message("/ingest/" + driver + "/" + sensor, null, payload, false),
                NOON,
                0,
                false,
                driver,
                sensor,
                Receipt.NONE);
    }
}
