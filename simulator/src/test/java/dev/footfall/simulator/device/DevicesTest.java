package dev.footfall.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.observation.SensorId;
import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.StoreSimulation;
import dev.footfall.simulator.TestStores;
import dev.footfall.simulator.truth.TruthRow;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Match;
import dev.footfall.store.StoreConfig.Sensor;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Sensor MILESIGHT =
            TestStores.sensor("door-1", "milesight-ip", "main", new Match("em/+/status", "6757C4120417", null));
    private static final Sensor HIKVISION =
            TestStores.sensor("door-2", "hikvision", "side", new Match(null, null, "/ingest/hikvision/door-2"));

    private static StoreSimulation simulation(Faults faults, Sensor... sensors) {
        var config = TestStores.store(SHANGHAI, TestStores.daily(600, 1320), List.of(sensors));
        return new StoreSimulation(SimulatedStore.withArrivals(config, 40), 9, faults);
    }

    private static List<SimulatedMessage> messages(StoreSimulation simulation) {
        List<SimulatedMessage> messages = new ArrayList<>();
        simulation.messages(DAY, 1).forEachRemaining(messages::add);
        return messages;
    }

    private static double truth(StoreSimulation simulation, Metric metric, Scope scope) {
        return simulation
                .truth(DAY, 1)
                .filter(row -> row.metric() == metric && row.scope().equals(scope) && row.grain() == Grain.DAY)
                .mapToDouble(TruthRow::value)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(SimulatedMessage message) {
        try {
            return JSON.readTree(message.payload());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static long milesight(List<SimulatedMessage> messages, String section, String direction) {
        return messages.stream()
                .flatMapToLong(message -> items(json(message).path(section))
                        .mapToLong(line -> line.path("total").path(direction).longValue()))
                .sum();
    }

    @Test
    void milesightTellsEverybodyByEventIntervalAndTotal() {
        var simulation = simulation(Faults.NONE, MILESIGHT);
        var messages = messages(simulation);
        double in = truth(simulation, Metric.ENTRIES, new Scope.Entrance("main"));
        double out = truth(simulation, Metric.EXITS, new Scope.Entrance("main"));
        assertThat(milesight(messages, "line_trigger_data", "in")).isEqualTo((long) in);
        assertThat(milesight(messages, "line_periodic_data", "in")).isEqualTo((long) in);
        assertThat(milesight(messages, "line_periodic_data", "out")).isEqualTo((long) out);
        JsonNode last = json(messages.getLast()).path("line_total_data").path(0).path("total");
        assertThat(last.path("in_counted").longValue()).isEqualTo((long) in);
        assertThat(last.path("out_counted").longValue()).isEqualTo((long) out);
        assertThat(messages.stream().filter(message -> json(message).has("line_periodic_data")))
                .hasSize(24 * 60);
    }

    @Test
    void milesightWritesTimeWithTheStoresOffsetAndItsConfiguredSerial() {
        var first = json(messages(simulation(Faults.NONE, MILESIGHT)).getFirst());
        assertThat(first.path("time_info").path("start_time").textValue()).isEqualTo("2026-11-20T04:00:00+08:00");
        assertThat(first.path("device_info").path("device_sn").textValue()).isEqualTo("6757C4120417");
    }

    @Test
    void hikvisionWindowsAndRunningTotalsTellTheSame() {
        var simulation = simulation(Faults.NONE, HIKVISION);
        var bodies = messages(simulation).stream()
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .toList();
        double in = truth(simulation, Metric.ENTRIES, new Scope.Entrance("side"));
        Pattern enter = Pattern.compile("(?s)</(?:TimeRange|RealTime)>\\s*<enter>(\\d+)</enter>");
        var windows = bodies.stream().filter(body -> body.contains("timeRange")).toList();
        assertThat(windows).hasSize(96);
        assertThat(windows.stream()
                        .flatMap(body -> enter.matcher(body).results())
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .sum())
                .isEqualTo((long) in);
        assertThat(bodies.stream()
                        .filter(body -> body.contains("realTime"))
                        .flatMap(body -> enter.matcher(body).results())
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .max())
                .hasValue((long) in);
    }

    @Test
    void hikvisionSpeaksMqttWhereATopicIsConfigured() {
        var overMqtt = TestStores.sensor("door-2", "hikvision", "side", new Match("hik/door-2", null, null));
        assertThat(messages(simulation(Faults.NONE, overMqtt))).allSatisfy(message -> {
            assertThat(message.via()).isEqualTo("mqtt");
            assertThat(message.address()).isEqualTo("hik/door-2");
        });
    }

    @Test
    void frigateTellsEveryVisitOfItsZonesToTheMillisecond() {
        var camera = TestStores.sensor(
                "cam", "frigate", null, new Match("frigate/#", "floor", null), Map.of("frigate_shelf", "shelf"));
        var simulation = simulation(Faults.NONE, camera);
        Map<String, Double> since = new HashMap<>();
        double seconds = 0;
        int entries = 0;
        for (SimulatedMessage message : messages(simulation)) {
            if (!message.address().equals("frigate/events")) {
                continue;
            }
            JsonNode after = json(message).path("after");
            String id = after.path("id").textValue();
            double at = after.path("frame_time").doubleValue();
            boolean inside = items(after.path("current_zones"))
                    .anyMatch(zone -> zone.textValue().equals("frigate_shelf"));
            if (inside && since.putIfAbsent(id, at) == null) {
                entries++;
            } else if (!inside && since.containsKey(id)) {
                seconds += at - since.remove(id);
            }
        }
        assertThat(since).isEmpty();
        assertThat(entries).isEqualTo((int) truth(simulation, Metric.ZONE_ENTRIES, new Scope.Zone("shelf")));
        assertThat(seconds).isCloseTo(truth(simulation, Metric.PERSON_SECONDS, new Scope.Zone("shelf")), within(0.01));
    }

    @Test
    void trackerFixesAddUpToTheTimeOnTheFloor() {
        var tracker = TestStores.sensor("tracker", "native", null, new Match("footfall/in/tracker", null, null));
        var simulation = simulation(Faults.NONE, tracker);
        Map<String, Long> before = new HashMap<>();
        double seconds = 0;
        for (SimulatedMessage message : messages(simulation)) {
            for (JsonNode fix : json(message)) {
                if (fix.path("type").textValue().equals("position")) {
                    long at = fix.path("at").longValue();
                    Long last = before.put(fix.path("track").textValue(), at);
                    seconds += last == null ? 0 : (at - last) / 1000.0;
                    assertThat(last == null || at - last <= 4000).isTrue();
                }
            }
        }
        double truth = truth(simulation, Metric.PERSON_SECONDS, Scope.STORE);
        assertThat(seconds).isCloseTo(truth, within(0.005 * truth));
    }

    @Test
    void sensorsOfOneEntranceShareIt() {
        var other = TestStores.sensor("door-3", "milesight-ip", "main", new Match("em/+/status", "ABC", null));
        var simulation = simulation(Faults.NONE, MILESIGHT, other);
        double in = truth(simulation, Metric.ENTRIES, new Scope.Entrance("main"));
        var messages = messages(simulation);
        assertThat(milesight(messages, "line_periodic_data", "in")).isEqualTo((long) in);
        var one = messages.stream()
                .filter(message -> message.address().contains("ABC"))
                .toList();
        assertThat((double) milesight(one, "line_periodic_data", "in")).isBetween(in / 3, in * 2 / 3);
    }

    @Test
    void aBackupSeesEverybodyOnceMore() {
        Sensor backup = new Sensor(
                new SensorId("door-3"),
                "milesight-ip",
                "main",
                null,
                new Match("em/+/status", "ABC", null),
                Map.of(),
                null,
                Map.of("role", "backup"),
                MILESIGHT.expectEvery(),
                MILESIGHT.maxSkew());
        var simulation = simulation(Faults.NONE, MILESIGHT, backup);
        double in = truth(simulation, Metric.ENTRIES, new Scope.Entrance("main"));
        assertThat(milesight(messages(simulation), "line_periodic_data", "in")).isEqualTo(2 * (long) in);
    }

    @Test
    void aSensorThatIsToBeInvertedIsMountedTheWrongWayRound() {
        Sensor inverted = new Sensor(
                new SensorId("door-1"),
                "milesight-ip",
                "main",
                null,
                MILESIGHT.match(),
                Map.of(),
                null,
                Map.of("invert", "true"),
                MILESIGHT.expectEvery(),
                MILESIGHT.maxSkew());
        var simulation = simulation(Faults.NONE, inverted);
        double in = truth(simulation, Metric.ENTRIES, new Scope.Entrance("main"));
        assertThat(milesight(messages(simulation), "line_periodic_data", "out")).isEqualTo((long) in);
    }

    @Test
    void inAStoreWithoutEntrancesEverybodyComesThroughItsOneDoor() {
        var full = TestStores.store(SHANGHAI, TestStores.daily(600, 1320), List.of());
        Sensor door = TestStores.sensor("door", "milesight-ip", null, new Match("em/+/status", null, null));
        var config = new StoreConfig(
                full.store(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(door),
                full.ingest(),
                full.privacy(),
                List.of(),
                full.kiosk(),
                full.journal());
        var simulation = new StoreSimulation(SimulatedStore.from(config), 9, Faults.NONE);
        double in = truth(simulation, Metric.ENTRIES, Scope.STORE);
        assertThat(in).isGreaterThan(100);
        assertThat(milesight(messages(simulation), "line_periodic_data", "in")).isEqualTo((long) in);
    }

    @Test
    void missesTakeAwayTheirShareOfOneDirection() {
        var simulation = simulation(Faults.NONE.withMisses(0, 0.2), MILESIGHT);
        var messages = messages(simulation);
        double in = truth(simulation, Metric.ENTRIES, new Scope.Entrance("main"));
        double out = truth(simulation, Metric.EXITS, new Scope.Entrance("main"));
        assertThat(milesight(messages, "line_periodic_data", "in")).isEqualTo((long) in);
        assertThat(milesight(messages, "line_periodic_data", "out") / out).isBetween(0.7, 0.9);
    }

    @Test
    void duplicatesAreTheSameBytesLater() {
        var plain = messages(simulation(Faults.NONE, MILESIGHT));
        var doubled = messages(simulation(Faults.NONE.withDuplicates(0.1), MILESIGHT));
        assertThat((double) doubled.size() / plain.size()).isBetween(1.05, 1.15);
        Map<String, Integer> copies = new HashMap<>();
        doubled.forEach(
                message -> copies.merge(new String(message.payload(), StandardCharsets.UTF_8), 1, Integer::sum));
        assertThat(copies).hasSize((int) plain.stream()
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .distinct()
                .count());
    }

    @Test
    void aDeadSensorIsSilentAndStartsAnew() {
        Window span = new Window(Instant.parse("2026-11-20T06:00:00Z"), Instant.parse("2026-11-20T07:30:00Z"));
        var dead = Faults.NONE.withDead(List.of(new Faults.DeadSpan(new SensorId("door-1"), span)));
        var messages = messages(simulation(dead, MILESIGHT));
        assertThat(messages.stream()
                        .filter(message -> span.contains(message.at().minusSeconds(1))))
                .isEmpty();
        JsonNode after = messages.stream()
                .filter(message -> message.at().isAfter(span.end().plusSeconds(30))
                        && json(message).has("line_total_data"))
                .map(DevicesTest::json)
                .findFirst()
                .orElseThrow();
        assertThat(after.path("device_info").path("running_time").longValue()).isLessThan(120);
        assertThat(after.path("line_total_data")
                        .path(0)
                        .path("total")
                        .path("in_counted")
                        .longValue())
                .isLessThan(10);
    }

    @Test
    void aFrozenClockStandsStill() {
        Instant since = Instant.parse("2026-11-20T06:00:00Z");
        var frozen = Faults.NONE.withFrozen(List.of(new Faults.FrozenClock(new SensorId("door-1"), since)));
        JsonNode last = json(messages(simulation(frozen, MILESIGHT)).getLast());
        assertThat(last.path("time_info").path("end_time").textValue()).isEqualTo("2026-11-20T14:00:00+08:00");
    }

    @Test
    void aClockThatJumpedIsOffFromThenOn() {
        Instant since = Instant.parse("2026-11-20T06:00:00Z");
        var jumped = Faults.NONE.withJumped(
                List.of(new Faults.JumpedClock(new SensorId("door-1"), since, Duration.ofDays(-20_000))));
        String first = json(messages(simulation(jumped, MILESIGHT)).getFirst())
                .path("time_info")
                .path("end_time")
                .textValue();
        String last = json(messages(simulation(jumped, MILESIGHT)).getLast())
                .path("time_info")
                .path("end_time")
                .textValue();
        assertThat(first).startsWith("2026-11-");
        assertThat(last).startsWith("1972-02-");
    }

    @Test
    void aDoorThatCountsTwiceTellsItsShareMore() {
        var simulation = simulation(Faults.NONE.withTwice(0.2), MILESIGHT);
        double in = truth(simulation, Metric.ENTRIES, new Scope.Entrance("main"));
        assertThat(milesight(messages(simulation), "line_periodic_data", "in") / in)
                .isBetween(1.1, 1.3);
    }

    @Test
    void sensorsWithoutASimulatedFormatAreNamed() {
        var config = TestStores.store(
                SHANGHAI,
                TestStores.daily(600, 1320),
                List.of(MILESIGHT, TestStores.sensor("beam", "gpio-beam", "main", Match.ANY)));
        assertThat(SimulatedStore.from(config).deployment().notSimulated()).containsExactly(new SensorId("beam"));
    }
}
