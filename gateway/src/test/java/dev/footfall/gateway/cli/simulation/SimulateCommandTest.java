package dev.footfall.gateway.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.pipeline.TestStore;
import dev.footfall.gateway.wiring.Replay;
import dev.footfall.measurement.Measurement;
import dev.footfall.time.Window;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateCommandTest {
    private static final String STORE = """
            store: { id: sim, time-zone: Asia/Shanghai, currency: CNY, hours: { mon-sun: "10:00-16:00" } }
            floor-plan: { width-m: 20, height-m: 15 }
            entrances:
              - { id: main, name: Main, width-m: 2 }
              - { id: side, name: Side, width-m: 2, count-basis: mean }
            zones:
              - { id: shelf, name: Shelf, kind: display, polygon: [[2, 2], [8, 2], [8, 7], [2, 7]] }
              - { id: rack, name: Rack, kind: display, polygon: [[12, 2], [18, 2], [18, 7], [12, 7]] }
              - { id: checkout, name: Checkout, kind: queue, polygon: [[12, 9], [18, 9], [18, 13], [12, 13]] }
            lines:
              - { id: aisle, from: [10, 0], to: [10, 15] }
            car-parks: [{ id: p1, bays: 60 }]
            sensors:
              - { id: door-1, driver: milesight-ip, entrance: main, match: { topic: "em/+/status", device: "6757C4120417" } }
              - { id: door-2, driver: hikvision, entrance: side, options: { expect-every: 1m } }
              - { id: tracker-1, driver: native }
              - { id: gate-1, driver: native, car-park: p1 }
              - { id: till-1, driver: native }
              - { id: beam, driver: gpio-beam, options: { chip: gpiochip0, outer: 17 } }
            """;

    @TempDir
    private Path folder = Path.of("");

    private String err = "";

    private int run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter told = new StringWriter();
        int code = new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(told, true))
                .execute(arguments);
        assertThat(out.toString()).isEmpty();
        err = told.toString();
        return code;
    }

    private int simulate(String name, String... more) throws IOException {
        Files.writeString(folder.resolve("store.yaml"), STORE);
        List<String> arguments = new ArrayList<>(List.of(
                "--config",
                folder.toString(),
                "--days",
                "1",
                "--seed",
                "11",
                "--arrivals-per-hour",
                "50",
                "--out",
                folder.resolve(name + ".jsonl.gz").toString(),
                "--truth",
                folder.resolve(name + ".json").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void aReplayOfTheCaptureReportsTheTruth() throws Exception {
        assertThat(simulate("day")).isZero();
        Path data = folder.resolve("data");
        Replay.into(data, TestStore.loaded(STORE), List.of(folder.resolve("day.jsonl.gz")), ignored -> {});
        Map<String, Double> reported = reported(data);
        JsonNode truth =
                new ObjectMapper().readTree(folder.resolve("day.json").toFile()).path("measurements");
        int compared = 0;
        for (JsonNode row : truth) {
            Double value = reported.get(key(row));
            double slack = slack(row);
            if (slack >= 0 && value != null) {
                assertThat(value).as(row.toString()).isCloseTo(row.path("value").doubleValue(), within(slack));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(3000);
    }

    /** How far a report may be from the truth; negative for rows that rest on what no sensor here can see exactly. */
    private static double slack(JsonNode row) {
        double value = row.path("value").doubleValue();
        return switch (row.path("metric").textValue()) {
            case "entries", "exits", "footfall", "transactions", "vehicles.in", "vehicles.out" -> 0;
            case "sales" -> 1e-6;
            // fixes once a second: a corner may be cut, the last steps are not seen
            case "person-seconds" -> 12 + 0.01 * value;
            case "zone.entries", "zone.engaged", "line.forward", "line.backward" -> 2 + 0.02 * value;
            // windows of a minute: people come evenly within them
            case "occupancy" -> row.path("scope").textValue().equals("store") ? 1.5 : 0.1 + 0.01 * value;
            case "dwell.mean" -> 0.05 * value;
            default -> -1;
        };
    }

    private static String key(JsonNode row) {
        return row.path("metric").textValue() + " " + row.path("scope").textValue() + " "
                + row.path("grain").textValue() + " " + row.path("start").textValue();
    }

    private static Map<String, Double> reported(Path data) {
        Map<String, Double> values = new HashMap<>();
        try (JournalReader reader = JournalReader.open(data)) {
            var all = new Window(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
            for (Measurement row : reader.measurements(new MeasurementQuery(List.of(), List.of(), List.of(), all))) {
                Double value = row.value();
                if (value != null) {
                    values.put(
                            row.metric().wireName() + " " + row.scope().wireName() + " "
                                    + row.grain().wireName() + " "
                                    + row.window().start(),
                            value);
                }
            }
        }
        return values;
    }

    @Test
    void theSameSeedWritesTheSameFilesAndWhatIsNotSimulatedIsNamed() throws IOException {
        assertThat(simulate("a")).isZero();
        assertThat(err).startsWith("The format of sensor beam is not simulated; it stays silent.");
        assertThat(simulate("b")).isZero();
        for (String end : List.of(".jsonl.gz", ".json")) {
            assertThat(folder.resolve("a" + end)).hasSameBinaryContentAs(folder.resolve("b" + end));
        }
    }

    @Test
    void faultsChangeTheCaptureButNotTheTruth() throws IOException {
        assertThat(simulate("plain")).isZero();
        assertThat(simulate(
                        "faulty",
                        "--miss-in",
                        "0.1",
                        "--duplicates",
                        "0.05",
                        "--dead",
                        "door-2=2026-01-05T03:00:00Z/2026-01-05T04:00:00Z",
                        "--frozen-clock",
                        "door-1=2026-01-05T05:00:00Z"))
                .isZero();
        assertThat(folder.resolve("plain.json")).hasSameBinaryContentAs(folder.resolve("faulty.json"));
        assertThat(Files.mismatch(folder.resolve("plain.jsonl.gz"), folder.resolve("faulty.jsonl.gz")))
                .isNotNegative();
    }

    @Test
    void wrongUsageIsToldInOneSentence() throws IOException {
        assertThat(simulate("x", "--days", "0")).isEqualTo(2);
        assertThat(simulate("x", "--miss-out", "1.5")).isEqualTo(2);
        assertThat(err).isEqualTo("miss-out [1.5] must be at least 0 and below 1." + System.lineSeparator());
        assertThat(simulate("x", "--dead", "door-1")).isEqualTo(2);
        assertThat(err).contains("[door-1] must be SENSOR=START/END, for example");
        assertThat(simulate("x", "--jumped-clock", "door-1=2026-01-05T05:00:00Z/soon"))
                .isEqualTo(2);
        assertThat(err).contains("[soon] must be a duration such as PT2H or -P20458D");
        assertThat(simulate("x", "--twice", "2")).isEqualTo(2);
        assertThat(simulate("x", "--frozen-clock", "nobody=2026-01-05T05:00:00Z"))
                .isEqualTo(2);
        assertThat(err).contains("There is no sensor [nobody] in the configuration to give a fault to.");
    }

    @Test
    void aWrongConfigurationIsExit78() throws IOException {
        Files.writeString(folder.resolve("store.yaml"), "store: { id: x }\n");
        assertThat(run(
                        "--config", folder.toString(),
                        "--days", "1",
                        "--out", folder.resolve("a").toString(),
                        "--truth", folder.resolve("b").toString()))
                .isEqualTo(78);
        assertThat(err).contains("time-zone");
    }
}
