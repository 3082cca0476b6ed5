package dev.footfall.gateway.source.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Source;
import dev.footfall.ledger.Fate;
import dev.footfall.relay.broker.Mosquitto;
import dev.footfall.relay.broker.MosquittoSetup;
import dev.footfall.relay.broker.MqttProbe;
import dev.footfall.relay.broker.TcpProxy;
import dev.footfall.relay.link.BackOff;
import dev.footfall.store.StoreConfig.Broker;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real Mosquitto: what is acknowledged, when, and what comes again if it is not. */
class BrokerSubscriberTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String CLIENT = "footfall-sh-0042";
    private static final BackOff QUICK =
            new BackOff(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(60));

    private final Mosquitto broker =
            Mosquitto.started(MosquittoSetup.OPEN.keepingState().with("log_type all"));
    private final TcpProxy network = new TcpProxy(broker.url());
    private final List<AutoCloseable> parts = new ArrayList<>(List.of(broker, network));

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable part : parts.reversed()) {
            part.close();
        }
    }

    private static BrokerSettings settings(URI url, String... filters) {
        var config = new Broker(url, CLIENT, List.of(filters));
        return BrokerSettings.of(config, Map.of()).withTimes(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private BrokerSubscriber reading(FakeIntake intake) {
        BrokerSubscriber subscriber = started(intake, settings(network.url(), "em/#"));
        soon().until(() -> subscriber.state().connected());
        return subscriber;
    }

    private BrokerSubscriber started(FakeIntake intake, BrokerSettings settings) {
        var subscriber =
                new BrokerSubscriber(settings, intake, QUICK, new SplittableRandom(1), InstantSource.fixed(NOON));
        parts.add(subscriber);
        subscriber.start();
        return subscriber;
    }

    private MqttProbe sensor() throws MqttException {
        MqttProbe probe = MqttProbe.connect(broker.url(), "sensor");
        parts.add(probe);
        return probe;
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10));
    }

    private long acknowledgements() {
        return broker.log()
                .lines()
                .filter(line -> line.contains("Received PUBACK from " + CLIENT))
                .count();
    }

    private List<Integer> acknowledgedIds() {
        return broker.log()
                .lines()
                .filter(line -> line.contains("Received PUBACK from " + CLIENT))
                .map(line -> Integer.valueOf(line.replaceAll(".*Mid: (\\d+).*", "$1")))
                .toList();
    }

    @Test
    void aMessageIsHandedOverAsItCame() throws MqttException {
        var intake = new FakeIntake();
        reading(intake);

        sensor().publish("em/店铺/门口", "{\"in\":1}");

        soon().until(() -> intake.arrivals().size() == 1);
        Arrival arrival = intake.arrivals().getFirst();
        assertThat(arrival.source()).isEqualTo(Source.MQTT_BROKER);
        assertThat(arrival.peer()).isEqualTo("mqtt://127.0.0.1:" + network.url().getPort() + " as " + CLIENT);
        assertThat(arrival.message().address()).isEqualTo("em/店铺/门口");
        assertThat(arrival.message().payload()).isEqualTo("{\"in\":1}".getBytes(UTF_8));
        assertThat(arrival.message().retained()).isFalse();
        assertThat(arrival.at()).isEqualTo(NOON);
        assertThat(arrival.deliveryId()).isPositive();
        assertThat(arrival.redelivered()).isFalse();
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsCommitted() throws MqttException {
        var intake = new FakeIntake().hold();
        BrokerSubscriber subscriber = reading(intake);
        sensor().publish("em/1", "a");
        soon().until(() -> intake.arrivals().size() == 1);
        assertThat(subscriber.state().unacknowledged()).isEqualTo(1);
        assertThat(acknowledgements()).isZero();

        intake.commit();

        soon().until(() -> acknowledgements() == 1);
        assertThat(subscriber.state().unacknowledged()).isZero();
    }

    @Test
    void acknowledgementsGoOutInTheOrderOfArrivalWhateverTheOrderOfCommits() throws MqttException {
        var intake = new FakeIntake().hold();
        reading(intake);
        MqttProbe sensor = sensor();
        for (int i = 0; i < 5; i++) {
            sensor.publish("em/1", "m" + i);
        }
        soon().until(() -> intake.arrivals().size() == 5);

        intake.arrivals().reversed().forEach(arrival -> arrival.receipt().settled(Fate.COUNTED, ""));

        soon().until(() -> acknowledgements() == 5);
        assertThat(acknowledgedIds())
                .isEqualTo(intake.arrivals().stream().map(Arrival::deliveryId).toList());
    }

    @Test
    void aRefusedMessageIsAcknowledgedToo() throws MqttException {
        var intake = new FakeIntake().thatGives(Fate.REJECTED);
        reading(intake);

        sensor().publish("em/1", "not json");

        soon().until(() -> acknowledgements() == 1);
    }

    @Test
    void whatWasNotAcknowledgedComesAgainOnTheNextConnectionMarkedAsARepeat() throws MqttException {
        var intake = new FakeIntake().hold();
        BrokerSubscriber subscriber = reading(intake);
        sensor().publish("em/1", "a");
        soon().until(() -> intake.arrivals().size() == 1);

        network.cut();

        soon().until(() -> intake.arrivals().size() == 2);
        Arrival first = intake.arrivals().getFirst();
        Arrival again = intake.arrivals().getLast();
        assertThat(again.message().payload()).isEqualTo(first.message().payload());
        assertThat(again.deliveryId()).isEqualTo(first.deliveryId());
        assertThat(again.redelivered()).isTrue();
        assertThat(again.connection()).isGreaterThan(first.connection());
        // messages come again before the broker has answered to the subscription
        soon().until(() -> subscriber.state().reconnects() == 1);
    }

    @Test
    void anAcknowledgementIsNeverSentOnALaterConnection() throws MqttException {
        var intake = new FakeIntake().hold();
        reading(intake);
        sensor().publish("em/1", "a");
        soon().until(() -> intake.arrivals().size() == 1);
        network.cut();
        soon().until(() -> intake.arrivals().size() == 2);

        intake.arrivals().getFirst().receipt().settled(Fate.COUNTED, "");
        network.cut();

        soon().until(() -> intake.arrivals().size() == 3);
        assertThat(acknowledgements()).isZero();
        intake.commit();
        soon().until(() -> acknowledgements() == 1);
    }

    @Test
    void aGatewayThatDiesGetsEverythingAgainInItsNextRun() throws MqttException {
        var intake = new FakeIntake().hold();
        BrokerSubscriber dying = reading(intake);
        MqttProbe sensor = sensor();
        for (int i = 0; i < 100; i++) {
            sensor.publish("em/1", "m" + i);
        }
        soon().until(() -> intake.arrivals().size() == 100);
        network.refuse();
        network.cut();
        dying.close();
        sensor.publish("em/1", "while nobody was there");

        var next = new FakeIntake();
        started(next, settings(broker.url(), "em/#"));

        soon().until(() -> next.arrivals().size() == 101);
        List<String> expected =
                new ArrayList<>(IntStream.range(0, 100).mapToObj(i -> "m" + i).toList());
        expected.add("while nobody was there");
        assertThat(next.payloads()).isEqualTo(expected);
        soon().until(() -> acknowledgements() == 101);
    }

    @Test
    void stoppingWaitsForTheCommitSoThatNothingComesTwice() throws MqttException {
        var intake = new FakeIntake().hold();
        BrokerSubscriber first = reading(intake);
        sensor().publish("em/1", "a");
        soon().until(() -> intake.arrivals().size() == 1);
        Thread writer = Thread.ofVirtual().start(() -> {
            await().until(() -> !intake.arrivals().isEmpty());
            intake.commit();
        });
        first.close();
        assertThat(acknowledgements()).isEqualTo(1);
        assertThat(first.state().connected()).isFalse();
        assertThat(writer.isAlive()).isFalse();

        var next = new FakeIntake();
        BrokerSubscriber second = started(next, settings(broker.url(), "em/#"));
        soon().until(() -> second.state().connected());
        sensor().publish("em/1", "b");

        soon().until(() -> next.payloads().contains("b"));
        assertThat(next.payloads()).containsExactly("b");
    }

    @Test
    void aBrokerThatRestartsIsReadAgain() throws MqttException {
        var intake = new FakeIntake();
        BrokerSubscriber subscriber = reading(intake);
        broker.stop();
        soon().until(() -> !subscriber.state().connected());
        assertThat(subscriber.state().lastError()).isNotNull();
        broker.start();
        soon().until(() -> subscriber.state().connected());

        sensor().publish("em/1", "after");

        soon().until(() -> intake.payloads().equals(List.of("after")));
    }

    @Test
    void aRetainedMessageIsFlaggedAndComesOnceNotAtEachReconnect() throws MqttException {
        MqttProbe sensor = sensor();
        sensor.publish("em/1/status", "last known".getBytes(UTF_8), 1, true);
        var intake = new FakeIntake();
        BrokerSubscriber subscriber = reading(intake);
        soon().until(() -> intake.arrivals().size() == 1);
        assertThat(intake.arrivals().getFirst().message().retained()).isTrue();

        sensor.publish("em/1/status", "live".getBytes(UTF_8), 1, true);
        soon().until(() -> intake.arrivals().size() == 2);
        assertThat(intake.arrivals().getLast().message().retained()).isFalse();

        network.cut();
        soon().until(() -> subscriber.state().reconnects() == 1);
        sensor.publish("em/2", "end");
        soon().until(() -> intake.payloads().contains("end"));
        assertThat(intake.payloads()).containsExactly("last known", "live", "end");
    }

    @Test
    void qosZeroIsTakenWithoutAnAcknowledgement() throws MqttException {
        var intake = new FakeIntake().hold();
        BrokerSubscriber subscriber = reading(intake);

        sensor().publish("em/1", "a".getBytes(UTF_8), 0, false);

        soon().until(() -> intake.arrivals().size() == 1);
        assertThat(intake.arrivals().getFirst().deliveryId()).isZero();
        assertThat(subscriber.state().unacknowledged()).isZero();
        intake.commit();
    }

    /** The trap: a callback that blocks holds up the reader, which then misses the answer that keeps the link alive. */
    @Test
    void aFullIntakeDoesNotCostTheLink() throws MqttException {
        var intake = new FakeIntake().hold().withRoom(10);
        BrokerSubscriber subscriber = reading(intake);
        MqttProbe sensor = sensor();
        for (int i = 0; i < 500; i++) {
            sensor.publish("em/1", "m" + i);
        }
        soon().until(() -> subscriber.state().received() == 500);
        // more than two keep-alive intervals
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(4))
                .until(() ->
                        subscriber.state().connected() && subscriber.state().reconnects() == 0);
        assertThat(intake.arrivals()).hasSize(10);

        intake.makeRoom();
        soon().until(() -> intake.arrivals().size() == 500);
        intake.commit();

        soon().until(() -> acknowledgements() == 500);
        assertThat(intake.payloads())
                .isEqualTo(IntStream.range(0, 500).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void moreThanCanBeParkedEndsTheLinkUntilThereIsRoomAndLosesNothing() throws MqttException {
        var intake = new FakeIntake().withRoom(1);
        BrokerSubscriber subscriber = reading(intake);
        MqttProbe sensor = sensor();
        byte[] large = new byte[2 << 20];
        for (int i = 0; i < 20; i++) {
            large[0] = (byte) i;
            sensor.publish("em/1", large.clone(), 1, false);
        }
        soon().until(() -> !subscriber.state().connected());
        assertThat(subscriber.state().lastError()).contains("faster than they can be stored");
        assertThat(subscriber.state().received()).isLessThan(20);

        intake.makeRoom();

        soon().until(() -> intake.arrivals().stream()
                        .map(arrival -> arrival.message().payload()[0])
                        .distinct()
                        .count()
                == 20);
    }

    @Test
    void aTenMegabytePayloadIsHandedOverForTheIntakeToJudge() throws MqttException {
        var intake = new FakeIntake();
        reading(intake);
        sensor().publish("em/1", new byte[10 << 20], 1, false);

        soon().until(() -> intake.arrivals().size() == 1);
        assertThat(intake.arrivals().getFirst().message().payload()).hasSize(10 << 20);
    }

    @Test
    void theReceiveMaximumBoundsWhatIsUnacknowledged() throws MqttException {
        var intake = new FakeIntake().hold();
        BrokerSubscriber subscriber =
                started(intake, settings(network.url(), "em/#").withReceiveMaximum(50));
        soon().until(() -> subscriber.state().connected());
        MqttProbe sensor = sensor();
        for (int i = 0; i < 120; i++) {
            sensor.publish("em/1", "m" + i);
        }
        soon().until(() -> intake.arrivals().size() == 50);
        assertThat(subscriber.state().unacknowledged()).isEqualTo(50);

        intake.commit();

        soon().until(() -> acknowledgements() == 120);
        assertThat(intake.payloads())
                .isEqualTo(IntStream.range(0, 120).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void aWrongPasswordIsSaidSoAndTriedRarely() {
        try (var guarded = Mosquitto.started(MosquittoSetup.OPEN.withUser("gateway", "right"))) {
            var config = new Broker(guarded.url(), CLIENT, List.of("em/#"));
            var environment = Map.of("FOOTFALL_BROKER_USERNAME", "gateway", "FOOTFALL_BROKER_PASSWORD", "wrong");
            BrokerSubscriber subscriber = started(new FakeIntake(), BrokerSettings.of(config, environment));

            soon().until(() -> subscriber.state().lastError() != null);
            assertThat(subscriber.state().lastError())
                    .contains("check FOOTFALL_BROKER_USERNAME and FOOTFALL_BROKER_PASSWORD");
            await().during(Duration.ofSeconds(2)).until(() -> guarded.log().split("New connection", -1).length == 2);
            assertThat(subscriber.state().connected()).isFalse();
            subscriber.close();
        }
    }

    @Test
    void credentialsOfOneBrokerAreNotShownToAnother() {
        var config = new Broker(URI.create("mqtt://h"), "shop-2", List.of("#"));
        var environment = Map.of("FOOTFALL_BROKER_SHOP_1_USERNAME", "one", "FOOTFALL_BROKER_SHOP_2_USERNAME", "two");

        assertThat(BrokerSettings.of(config, environment).credentials().username())
                .isEqualTo("two");
    }

    @Test
    void noThreadIsLeftBehind() {
        BrokerSubscriber subscriber = reading(new FakeIntake());
        network.cut();
        soon().until(() -> subscriber.state().reconnects() == 1);

        subscriber.close();

        soon().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains(CLIENT) || name.startsWith("broker mqtt")));
    }
}
