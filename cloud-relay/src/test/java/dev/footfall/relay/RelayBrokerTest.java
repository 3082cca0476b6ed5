package dev.footfall.relay;

import static dev.footfall.relay.outbox.Measurements.FIRST;
import static dev.footfall.relay.outbox.Measurements.footfalls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.relay.RelayStatus.State;
import dev.footfall.relay.broker.HeadOffice;
import dev.footfall.relay.broker.Mosquitto;
import dev.footfall.relay.broker.MosquittoSetup;
import dev.footfall.relay.broker.TcpProxy;
import dev.footfall.relay.link.BackOff;
import dev.footfall.relay.link.Credentials;
import dev.footfall.relay.link.Secret;
import dev.footfall.relay.outbox.InMemoryOutbox;
import dev.footfall.relay.outbox.Position;
import dev.footfall.relay.uplink.MqttSettings;
import dev.footfall.relay.uplink.PahoUplink;
import dev.footfall.relay.wire.EventWriter;
import dev.footfall.relay.wire.MeasurementJson;
import dev.footfall.relay.wire.StatusJson;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way from the outbox to a consumer at head office, over a real Mosquitto that is mistreated meanwhile. */
class RelayBrokerTest {
    private static final String TARGET = "hq";
    private static final String TOPIC = "footfall/v1/sh-0042/measurements";
    private static final BackOff QUICK =
            new BackOff(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(60));

    private final InMemoryOutbox outbox = new InMemoryOutbox(1764);
    private final List<AutoCloseable> parts = new ArrayList<>();
    private Mosquitto broker = Mosquitto.started();
    private TcpProxy network = new TcpProxy(broker.url());
    private HeadOffice headOffice = new HeadOffice(broker.url(), TOPIC);

    @BeforeEach
    void note() {
        parts.addAll(List.of(broker, network, headOffice));
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable part : parts.reversed()) {
            part.close();
        }
    }

    private Relay started(URI url) {
        return started(url, Credentials.NONE);
    }

    private Relay started(URI url, Credentials credentials) {
        var settings = MqttSettings.of(
                        url, "footfall/v1/{store}/measurements", new StatusJson("sh-0042", "0.1.0"), credentials)
                .withTimeout(Duration.ofSeconds(1));
        var relay = new Relay(
                TARGET,
                outbox,
                new PahoUplink(settings),
                new EventWriter(new MeasurementJson("sh-0042", "CNY")),
                QUICK,
                new SplittableRandom(1),
                InstantSource.system());
        parts.add(relay);
        relay.start();
        return relay;
    }

    private static List<String> idsOf(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seq -> "sh-0042/1764/" + seq)
                .toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    @Test
    void aConsumerReceivesEverythingInOrderWithoutACopy() {
        outbox.append(FIRST, footfalls(0, 1_000));

        started(network.url());

        soon().until(() -> outbox.cursor(TARGET).equals(new Position(1764, 1_000)));
        soon().untilAsserted(() -> assertThat(headOffice.events())
                .extracting(event -> event.getId())
                .isEqualTo(idsOf(1, 1_000)));
    }

    @Test
    void aBrokerThatIsKilledAndStartedAgainMeanwhileCostsNothing() {
        Relay relay = started(network.url());
        for (int round = 0; round < 4; round++) {
            int from = round * 500;
            outbox.append(FIRST, footfalls(from, from + 500));
            int halfWay = from + 100;
            soon().until(() -> headOffice.ids().size() > halfWay);
            broker.kill();
            broker.start();
        }

        soon().until(() -> outbox.cursor(TARGET).equals(new Position(1764, 2_000)));
        // none missing, and in order once copies are dropped
        soon().untilAsserted(() -> assertThat(List.copyOf(headOffice.ids())).isEqualTo(idsOf(1, 2_000)));
        assertThat(relay.status().delivered()).isEqualTo(2_000);
        assertThat(relay.status().reconnects()).isPositive();
    }

    @Test
    void aNetworkThatIsCutAgainAndAgainCostsNothing() {
        started(network.url());
        for (int round = 0; round < 8; round++) {
            outbox.append(FIRST, footfalls(round * 250, round * 250 + 250));
            int some = round * 250;
            soon().until(() -> headOffice.ids().size() > some);
            network.cut();
        }

        soon().untilAsserted(() -> assertThat(List.copyOf(headOffice.ids())).isEqualTo(idsOf(1, 2_000)));
        soon().until(() -> outbox.cursor(TARGET).equals(new Position(1764, 2_000)));
    }

    @Test
    void aNewRunGoesOnWhereTheLastOneStopped() {
        outbox.append(FIRST, footfalls(0, 300));
        Relay first = started(network.url());
        soon().until(() -> outbox.cursor(TARGET).equals(new Position(1764, 300)));
        first.close();

        outbox.append(FIRST, footfalls(300, 400));
        started(network.url());

        soon().untilAsserted(() -> assertThat(headOffice.events())
                .extracting(event -> event.getId())
                .isEqualTo(idsOf(1, 400)));
    }

    @Test
    void aWrongPasswordIsTriedOnceAndThenRarely() {
        try (var guarded = Mosquitto.started(MosquittoSetup.OPEN.withUser("store", "right"))) {
            outbox.append(FIRST, footfalls(0, 3));

            Relay relay = started(guarded.url(), new Credentials("store", new Secret("wrong")));

            soon().until(() -> relay.status().state() == State.REFUSED);
            await().during(Duration.ofSeconds(2)).until(() -> guarded.log().split("New connection", -1).length == 2);
            assertThat(relay.status().lastError()).contains("check FOOTFALL_RELAY_USERNAME");
            assertThat(outbox.cursor(TARGET)).isEqualTo(Position.START);
            relay.close();
        }
    }
}
