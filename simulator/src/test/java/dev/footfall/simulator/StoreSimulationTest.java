package dev.footfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.simulator.device.Faults;
import dev.footfall.simulator.device.SimulatedMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class StoreSimulationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static SimulatedStore quiet() {
        return SimulatedStore.withArrivals(TestFashionStore.config(), 20);
    }

    private static String fingerprint(long seed, Faults faults) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var messages = new StoreSimulation(quiet(), seed, faults).messages(DAY, 2);
        var bytes = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.to(bytes)) {
            while (messages.hasNext()) {
                writer.write(messages.next());
            }
        }
        return HexFormat.of().formatHex(digest.digest(bytes.toByteArray()));
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws Exception {
        Faults faults = Faults.NONE.withMisses(0.02, 0.04).withDuplicates(0.01);
        assertThat(fingerprint(7, faults)).isEqualTo(fingerprint(7, faults));
    }

    @Test
    void anotherSeedGivesOtherBytes() throws Exception {
        assertThat(fingerprint(7, Faults.NONE)).isNotEqualTo(fingerprint(8, Faults.NONE));
    }

    @Test
    void theBytesAreThoseOfEveryMachine() throws Exception {
        // changes only with the simulation itself: then replace it, and say so in the change log
        assertThat(fingerprint(1, Faults.NONE)).startsWith("5212af25b7c6fe2a");
    }

    @Test
    void aDayDoesNotDependOnTheDaysBeforeIt() {
        var simulation = new StoreSimulation(quiet(), 3, Faults.NONE);
        var first = simulation.truth(DAY.minusDays(3), 4).toList();
        var alone = simulation.truth(DAY, 1).toList();
        assertThat(first.subList(first.size() - alone.size(), first.size())).isEqualTo(alone);
    }

    @Test
    void messagesArriveInOrderAndParse() throws Exception {
        Iterator<SimulatedMessage> messages =
                new StoreSimulation(quiet(), 5, Faults.NONE.withDuplicates(0.05)).messages(DAY, 2);
        Instant before = Instant.EPOCH;
        var addresses = new TreeSet<String>();
        int count = 0;
        while (messages.hasNext()) {
            SimulatedMessage message = messages.next();
            assertThat(message.at()).isAfterOrEqualTo(before);
            before = message.at();
            parse(message);
            addresses.add(message.address());
            count++;
        }
        assertThat(count).isGreaterThan(10_000);
        assertThat(addresses)
                .containsExactly(
                        "/ingest/hikvision/door-mall",
                        "em/6757C4120417/status",
                        "footfall/in/gate-1",
                        "footfall/in/till-1",
                        "footfall/in/tracker-1",
                        "frigate/available",
                        "frigate/events",
                        "frigate/fitting_room/person",
                        "frigate/stats",
                        "frigate/tills/person");
    }

    private static void parse(SimulatedMessage message) throws Exception {
        String contentType = message.contentType();
        if (contentType != null && contentType.startsWith("application/xml")) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(message.payload()));
        } else if (message.address().equals("frigate/available")) {
            assertThat(message.payload()).asString(StandardCharsets.UTF_8).isEqualTo("online");
            assertThat(message.retained()).isTrue();
        } else {
            assertThat(JSON.readTree(message.payload()).isMissingNode()).isFalse();
        }
    }

    @Test
    void messagesAreMadeAsTheyAreAskedFor() throws IOException {
        // a thousand days would not fit; only the first is ever planned
        var messages =
                new StoreSimulation(SimulatedStore.from(TestFashionStore.config()), 1, Faults.NONE).messages(DAY, 1000);
        for (int i = 0; i < 100; i++) {
            assertThat(messages.next().at()).isBefore(Instant.parse("2026-11-21T05:00:00Z"));
        }
    }
}
