package dev.footfall.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DecodeCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String CROSSING = "{\"type\":\"crossing\",\"in\":1,\"at\":\"2026-11-22T08:59:59Z\"}";
    private static final String SIGHTING = "{\"type\":\"sighting\",\"mac\":\"a6:83:e7:12:34:56\",\"rssi\":-67}";

    @TempDir
    private Path folder = Path.of("");

    private String out = "";
    private String err = "";

    @Test
    void oneObservationPerLineWithDriverTimeAndFlags() throws IOException {
        String file = file("a.json", "[" + CROSSING + "," + CROSSING.replace("\"in\":1", "\"in\":2") + "]");
        assertThat(run("--driver", "native", "--topic", "footfall/in/door-1", file))
                .isZero();
        assertThat(out.lines())
                .containsExactly(
                        "{\"sensor\":\"door-1\",\"driver\":\"native\",\"at\":\"2026-11-22T08:59:59.000Z\",\"type\":\"crossing\",\"in\":1,\"out\":0,\"flags\":[]}",
                        "{\"sensor\":\"door-1\",\"driver\":\"native\",\"at\":\"2026-11-22T08:59:59.000Z\",\"type\":\"crossing\",\"in\":2,\"out\":0,\"flags\":[]}");
        assertThat(err).isEmpty();
    }

    @Test
    void theFormatIsRecognised() throws IOException {
        String xml = """
                <EventNotificationAlert xmlns="urn:psialliance-org"><macAddress>84:9a:40:00:11:22</macAddress>
                <channelID>1</channelID><dateTime>2026-11-22T16:59:00+08:00</dateTime><eventType>PeopleCounting</eventType>
                <peopleCounting><RealTime><time>2026-11-22T16:59:00+08:00</time></RealTime><enter>5</enter><exit>4</exit>
                </peopleCounting></EventNotificationAlert>
                """;
        assertThat(run(file("a.xml", xml), file("b.json", CROSSING))).isZero();
        assertThat(out.lines().toList()).hasSize(2).satisfies(lines -> {
            assertThat(lines.get(0))
                    .contains("\"sensor\":\"849a40001122\",\"driver\":\"hikvision\"", "\"in_total\":5,\"out_total\":4");
            assertThat(lines.get(1)).contains("\"sensor\":\"unknown\",\"driver\":\"native\"");
        });
    }

    @Test
    void whatSaysNothingCountableStillSaysItsDriver() throws IOException {
        String face = file("f.json", "{\"type\":\"face\",\"id\":\"a\",\"name\":\"John\",\"camera\":\"c\"}");
        assertThat(run(face)).isZero();
        assertThat(out).isEqualTo("{\"driver\":\"frigate\",\"observations\":0}" + System.lineSeparator());
    }

    @Test
    void aRefusedPayloadHasItsReasonAndTheOthersAreStillDecoded() throws IOException {
        String bad = file("bad.json", "{\"type\":\"crossing\",\"in\":-1}");
        assertThat(run(bad, file("good.json", CROSSING))).isEqualTo(1);
        assertThat(err.strip())
                .isEqualTo(bad + ": native: wrong-value: in [-1] must be a whole number from 0 to 2147483647");
        assertThat(out.lines()).hasSize(1);
    }

    @Test
    void leftOutPartsAreTold() throws IOException {
        String file = file("a.json", "[" + CROSSING + ",5]");
        assertThat(run(file)).isZero();
        assertThat(err.strip()).isEqualTo(file + ": left out: element 1: must be an object");
    }

    @Test
    void anUnrecognisedPayloadAsksForTheDriver() throws IOException {
        String file = file("a.txt", "hello");
        assertThat(run(file)).isEqualTo(1);
        assertThat(err).contains(file, "no driver recognises", "--driver", "--topic");
        assertThat(out).isEmpty();
    }

    @Test
    void aMissingFileIsToldAndTheOthersAreDecoded() throws IOException {
        String missing = folder.resolve("missing.json").toString();
        assertThat(run(missing, file("good.json", CROSSING))).isEqualTo(1);
        assertThat(err.strip()).isEqualTo(missing + ": there is no such file.");
        assertThat(out.lines()).hasSize(1);
    }

    @Test
    void addressesAreNeverPrintedAndStayTheSameWithinARun() throws IOException {
        assertThat(run(file("a.json", "[" + SIGHTING + "," + SIGHTING + "]"))).isZero();
        assertThat(out.toLowerCase(java.util.Locale.ROOT)).doesNotContain("a683e7123456", "a6:83:e7");
        assertThat(out.lines().distinct())
                .hasSize(1)
                .first()
                .asString()
                .containsPattern("\"mac\":\"p:[0-9a-f]{16}\",\"randomised\":true,\"rssi\":-67");
        String first = out;
        assertThat(run(file("a.json", SIGHTING))).isZero();
        assertThat(first).doesNotContain(out.strip());
    }

    @Test
    void platesAreNeverPrinted() throws IOException {
        assertThat(run(file("a.json", "{\"type\":\"vehicle\",\"direction\":\"in\",\"plate\":\"B-FO 1234\"}")))
                .isZero();
        assertThat(out).doesNotContain("1234\"").containsPattern("\"plate\":\"p:[0-9a-f]{16}\"");
    }

    @Test
    void aTimeThatCannotBeRightIsReplacedByTheArrival() throws IOException {
        for (String wrong : new String[] {"2000-01-01T00:00:10Z", "2026-11-22T09:06:00Z", "2026-09-01T00:00:00Z"}) {
            assertThat(run(file("a.json", CROSSING.replace("2026-11-22T08:59:59Z", wrong))))
                    .isZero();
            assertThat(out).contains("\"at\":\"2026-11-22T09:00:00.000Z\"", "\"flags\":[\"clock-untrusted\"]");
        }
    }

    @Test
    void theArrivalCanBeGiven() throws IOException {
        String file = file("a.json", CROSSING.replace("2026-11-22", "2020-05-05"));
        assertThat(run("--at", "2020-05-05T11:00:00+02:00", file)).isZero();
        assertThat(out).contains("\"at\":\"2020-05-05T08:59:59.000Z\"", "\"flags\":[]");
        assertThat(run("--at", "yesterday", file)).isEqualTo(2);
    }

    @Test
    void standardInputIsADash() {
        assertThat(run("-")).isZero();
        assertThat(out).contains("\"type\":\"crossing\",\"in\":1");
    }

    @Test
    void topicZoneAndOptionsReachTheDriver() throws IOException {
        String counters = file("c.json", "{\"Time\":\"2026-11-22T16:59:30\",\"COUNTER\":{\"C1\":7,\"C2\":9}}");
        assertThat(run(
                        "--driver",
                        "tasmota",
                        "--time-zone",
                        "Asia/Shanghai",
                        "--option",
                        "in=C2",
                        "--option",
                        "out=C1",
                        counters))
                .isZero();
        assertThat(out).contains("\"at\":\"2026-11-22T08:59:30.000Z\"", "\"in_total\":9,\"out_total\":7");
        assertThat(run("--topic", "frigate/fitting/person", file("n.txt", "3"))).isZero();
        assertThat(out).contains("\"driver\":\"frigate\"", "\"zone\":\"fitting\",\"count\":3");
    }

    @Test
    void wrongUsageIsToldWithAHint() throws IOException {
        String file = file("a.json", CROSSING);
        assertThat(run("--driver", "hickvision", file)).isEqualTo(2);
        assertThat(err.strip()).isEqualTo("There is no driver [hickvision]; did you mean hikvision?");
        assertThat(run("--driver", "tasmota", "--option", "inn=C1", file)).isEqualTo(2);
        assertThat(err.strip()).isEqualTo("Driver tasmota has no option [inn]; did you mean in?");
        assertThat(run("--driver", "tasmota", "--option", "time=mine", file)).isEqualTo(2);
        assertThat(err).contains("Option time [mine] must be one of device, arrival.");
        assertThat(run("--option", "in=C1", file)).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("--time-zone", "Mars", file)).isEqualTo(2);
    }

    @Test
    void aMappingIsTriedByOptions() throws IOException {
        String file = file("m.json", "{\"n\":{\"i\":7,\"o\":5},\"t\":1795337990}");
        assertThat(run(
                        "--driver",
                        "generic-json",
                        "--option",
                        "counts=cumulative",
                        "--option",
                        "in=/n/i",
                        "--option",
                        "out=/n/o",
                        "--option",
                        "time=/t",
                        file))
                .isZero();
        assertThat(out).contains("\"at\":\"2026-11-22T08:59:50.000Z\"", "\"in_total\":7,\"out_total\":5");
        assertThat(run("--driver", "generic-json", "--option", "counts=window", "--option", "in=/n/i", file))
                .isEqualTo(2);
        assertThat(err.strip()).isEqualTo("Option span must be given (span or start) where counts is window.");
        assertThat(run("--driver", "generic-json", "--option", "counts=breaks", "--option", "value=/n/x", file))
                .isEqualTo(1);
        assertThat(err).contains("missing-field: value (/n/x) is missing");
    }

    @Test
    void aConfiguredSensorIsDecodedAsConfigured() throws IOException {
        Files.writeString(folder.resolve("store.yaml"), """
                store: { id: a, time-zone: Asia/Shanghai }
                sensors:
                  - id: door
                    driver: generic-json
                    match: { topic: "a/b" }
                    options: { counts: cumulative, in: /i, time: /t, invert: true, expect-every: 30s }
                """);
        String file = file("m.json", "{\"i\":7,\"t\":\"2026-11-22 16:59:50\"}");
        assertThat(run("--config", folder.toString(), "--sensor", "door", file)).isZero();
        assertThat(out)
                .contains(
                        "\"sensor\":\"door\"", "\"at\":\"2026-11-22T08:59:50.000Z\"", "\"in_total\":7,\"out_total\":0");
        assertThat(run("--config", folder.toString(), "--sensor", "door", "--option", "in=/x", file))
                .isEqualTo(1);
        assertThat(run("--config", folder.toString(), "--sensor", "dor", file)).isEqualTo(78);
        assertThat(err.strip()).isEqualTo("There is no sensor [dor] in the configuration; did you mean door?");
        assertThat(run("--sensor", "door", file)).isEqualTo(2);
        Files.writeString(folder.resolve("store.yaml"), "store: { id: a }");
        assertThat(run("--config", folder.toString(), "--sensor", "door", file)).isEqualTo(78);
        assertThat(err).contains("store.time-zone must be given");
    }

    @Test
    void aCarParkWhoseBaysAreConfiguredNeedsNoSpaces() throws IOException {
        Files.writeString(folder.resolve("store.yaml"), """
                store: { id: a, time-zone: Europe/Vienna }
                car-parks: [{ id: p1, bays: 180 }]
                sensors:
                  - { id: lot, driver: datex2, car-park: p1 }
                """);
        String file = file("s.xml", """
                <d2LogicalModel><parkingRecordStatus><parkingOccupancy>
                <parkingNumberOfVacantSpaces>30</parkingNumberOfVacantSpaces>
                </parkingOccupancy></parkingRecordStatus></d2LogicalModel>
                """);
        assertThat(run("--config", folder.toString(), "--sensor", "lot", file)).isZero();
        assertThat(out).contains("\"type\":\"parked\",\"count\":150");
        assertThat(run(file)).isZero();
        assertThat(err).contains("30 vacant spaces and not how many are taken; set option spaces");
    }

    @Test
    void aHugeFileIsRefusedWithItsSize() throws IOException {
        String file = file("big.json", CROSSING + " ".repeat(1 << 20));
        assertThat(run("--driver", "native", file)).isEqualTo(1);
        assertThat(err).contains("too-large", Integer.toString(CROSSING.length() + (1 << 20)));
    }

    private int run(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        ByteArrayInputStream stdin = new ByteArrayInputStream(CROSSING.getBytes(StandardCharsets.UTF_8));
        int exit = new CommandLine(new DecodeCommand(InstantSource.fixed(NOW), stdin))
                .setOut(new PrintWriter(outText, true))
                .setErr(new PrintWriter(errText, true))
                .execute(arguments);
        out = outText.toString();
        err = errText.toString();
        return exit;
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
