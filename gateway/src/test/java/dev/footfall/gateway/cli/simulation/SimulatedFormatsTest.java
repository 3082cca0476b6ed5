package dev.footfall.gateway.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.gateway.admission.Routed;
import dev.footfall.gateway.admission.SensorRouter;
import dev.footfall.gateway.pipeline.TestStore;
import dev.footfall.gateway.replay.CapturedMessage;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.StoreSimulation;
import dev.footfall.simulator.device.Faults;
import dev.footfall.simulator.device.SimulatedMessage;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever is simulated is understood by the driver it is meant for, whole, and bound to the sensor it comes from. */
class SimulatedFormatsTest {
    private static final String STORE = """
            store: { id: sim, time-zone: Asia/Shanghai, hours: { mon-sun: "10:00-14:00" } }
            floor-plan: { width-m: 20, height-m: 15 }
            entrances:
              - { id: main, name: Main, width-m: 2 }
              - { id: side, name: Side, width-m: 2 }
              - { id: back, name: Back, width-m: 2 }
            zones:
              - { id: shelf, name: Shelf, kind: display, polygon: [[2, 2], [8, 2], [8, 7], [2, 7]] }
              - { id: checkout, name: Checkout, kind: queue, polygon: [[12, 9], [18, 9], [18, 13], [12, 13]] }
            car-parks: [{ id: p1, bays: 20 }]
            sensors:
              - { id: door-1, driver: milesight-ip, entrance: main, match: { topic: "em/+/status", device: "6757C4120417" } }
              - { id: door-2, driver: milesight-ip, entrance: main, match: { path: "/ingest/milesight-ip/door-2" } }
              - { id: door-3, driver: hikvision, entrance: side }
              - { id: door-4, driver: hikvision, entrance: side, match: { topic: "hik/door-4" } }
              - { id: door-5, driver: tasmota, entrance: back, match: { topic: "tele/back/SENSOR" } }
              - { id: door-6, driver: tasmota, entrance: back, match: { topic: "tele/+/SENSOR" }, options: { both: C3 } }
              - { id: door-7, driver: native, entrance: back }
              - { id: cam-1, driver: frigate, match: { topic: "frigate/#" }, zones: { shelf_1: shelf } }
              - { id: tracker-1, driver: native }
              - { id: zones-1, driver: native, zones: { till_area: checkout } }
              - { id: ap-1, driver: native, position-m: [10, 7] }
              - { id: gate-1, driver: native, car-park: p1 }
              - { id: till-1, driver: native }
              - { id: staff-1, driver: native }
            """;

    @Test
    void everyMessageIsUnderstoodByTheDriverItIsMeantFor() {
        var config = TestStore.loaded(STORE).config();
        var router = new SensorRouter(config, DriverCatalog.all());
        var simulation = new StoreSimulation(SimulatedStore.withArrivals(config, 60), 3, Faults.NONE);
        Map<String, Set<String>> facts = new TreeMap<>();
        simulation.messages(LocalDate.of(2026, 11, 20), 1).forEachRemaining(message -> {
            assertThat(router.route(captured(message).arrival()))
                    .as("%s %s", message.via(), message.address())
                    .isInstanceOfSatisfying(Routed.Understood.class, understood -> {
                        assertThat(understood.readings().skipped()).isEmpty();
                        Set<String> kinds =
                                facts.computeIfAbsent(understood.binding().id().value(), ignored -> new TreeSet<>());
                        for (Reading reading : understood.readings().readings()) {
                            kinds.add(kind(reading.fact()));
                        }
                    });
        });
        assertThat(facts)
                .containsEntry("door-1", Set.of("Crossing", "Counter"))
                .containsEntry("door-2", Set.of("Crossing", "Counter"))
                .containsEntry("door-3", Set.of("Crossing", "Counter"))
                .containsEntry("door-4", Set.of("Crossing", "Counter"))
                .containsEntry("door-5", Set.of("Counter"))
                .containsEntry("door-6", Set.of("Counter"))
                .containsEntry("door-7", Set.of("Crossing", "Heartbeat"))
                .containsEntry("cam-1", Set.of("Presence", "ZoneLevel", "Heartbeat"))
                .containsEntry("tracker-1", Set.of("Position", "Heartbeat"))
                .containsEntry("zones-1", Set.of("ZoneLevel", "Heartbeat"))
                .containsEntry("ap-1", Set.of("Sighting", "Heartbeat"))
                .containsEntry("gate-1", Set.of("Vehicle", "Heartbeat"))
                .containsEntry("till-1", Set.of("Sale", "Heartbeat"))
                .containsEntry("staff-1", Set.of("Staff", "Heartbeat"));
    }

    private static String kind(Fact fact) {
        return fact.getClass().getSimpleName();
    }

    private static CapturedMessage captured(SimulatedMessage message) {
        return new CapturedMessage(
                message.at(),
                message.via(),
                message.address(),
                message.contentType(),
                message.payload(),
                message.retained(),
                null);
    }
}
