package dev.footfall.relay.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.relay.broker.HeadOffice;
import dev.footfall.relay.broker.Mosquitto;
import dev.footfall.relay.broker.MosquittoSetup;
import dev.footfall.relay.broker.MqttProbe;
import dev.footfall.relay.broker.MqttProbe.Received;
import dev.footfall.relay.broker.TcpProxy;
import dev.footfall.relay.link.Credentials;
import dev.footfall.relay.link.Secret;
import dev.footfall.relay.uplink.PublishResult.Refused;
import dev.footfall.relay.uplink.PublishResult.Retry;
import dev.footfall.relay.uplink.PublishResult.Stored;
import dev.footfall.relay.uplink.PublishResult.TooLarge;
import dev.footfall.relay.wire.Batch;
import dev.footfall.relay.wire.StatusJson;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract, and what is special to MQTT, against a real Mosquitto with a network in between that can fail. */
class PahoUplinkTest extends UplinkContract {
    private static final String TOPIC = "footfall/v1/{store}/measurements";
    private static final String MEASUREMENTS = "footfall/v1/sh-0042/measurements";
    private static final String STATUS = "footfall/v1/sh-0042/status";

    private Mosquitto broker = Mosquitto.started();
    private TcpProxy network = new TcpProxy(broker.url());
    private HeadOffice headOffice = new HeadOffice(broker.url(), MEASUREMENTS).ready();
    private MqttProbe statusReader = subscribedTo(STATUS);
    private PahoUplink uplink = new PahoUplink(settings(network.url()));

    @AfterEach
    void end() {
        uplink.close(STOPPED);
        headOffice.close();
        statusReader.close();
        network.close();
        broker.close();
    }

    private static MqttSettings settings(URI url) {
        return MqttSettings.of(url, TOPIC, new StatusJson("sh-0042", "0.1.0"), Credentials.NONE)
                .withTimeout(Duration.ofSeconds(2));
    }

    private MqttProbe subscribedTo(String topic) {
        try {
            MqttProbe probe = MqttProbe.connect(broker.url(), "status-reader");
            probe.subscribe(topic);
            return probe;
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Uplink uplink() {
        return uplink;
    }

    @Override
    protected List<String> arrived() {
        return headOffice.events().stream().map(CloudEvent::getId).toList();
    }

    @Override
    protected String statusSeen() {
        List<Received> seen = statusReader.received();
        return seen.isEmpty() ? "" : json(seen.getLast().payload(), "state");
    }

    private static String json(byte[] document, String field) {
        try {
            return new ObjectMapper().readTree(document).path(field).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void breakLink() {
        network.refuse();
        network.cut();
    }

    @Override
    protected void healLink() {
        network.heal();
    }

    @Test
    void aBatchIsOneMessageOfTheCloudEventsBatchType() {
        Batch batch = batch(0, 3);

        uplink.publish(batch);

        await().untilAsserted(() -> assertThat(headOffice.events()).hasSize(3));
        Received message = headOffice.received().getLast();
        assertThat(message.contentType()).isEqualTo("application/cloudevents-batch+json");
        assertThat(message.qos()).isEqualTo(1);
        assertThat(message.retained()).isFalse();
        assertThat(message.payload()).isEqualTo(batch.payload());
    }

    @Test
    void theStatusIsRetainedForThoseWhoComeLater() throws MqttException {
        uplink.announce(ONLINE);

        MqttProbe late = MqttProbe.connect(broker.url(), "late");
        late.subscribe(STATUS);

        await().untilAsserted(() -> assertThat(late.received()).hasSize(1));
        assertThat(late.received().getFirst().retained()).isTrue();
        assertThat(late.received().getFirst().text()).isEqualTo("""
                        {"store":"sh-0042","state":"online","since":"2026-11-22T02:00:00Z","reason":null,\
                        "version":"0.1.0","pending":3,"delivered":{"epoch":1,"sequence":7}}""");
        late.close();
    }

    @Test
    void theSameStatusIsToldOnceOnAConnection() {
        uplink.announce(ONLINE);
        uplink.announce(ONLINE);
        uplink.publish(batch(0, 1));

        await().untilAsserted(() -> assertThat(headOffice.events()).hasSize(1));
        assertThat(statusReader.received()).hasSize(1);
    }

    @Test
    void theBrokerTellsThatAGatewayDiedWithoutAGoodbye() {
        uplink.announce(ONLINE);
        await().untilAsserted(() -> assertThat(statusSeen()).isEqualTo("online"));

        breakLink();

        await().untilAsserted(() -> assertThat(statusSeen()).isEqualTo("offline"));
        assertThat(json(statusReader.received().getLast().payload(), "reason")).isEqualTo("connection lost");
    }

    @Test
    void aSilentNetworkIsGivenUpInTime() {
        uplink.announce(ONLINE);
        network.fallSilent();

        PublishResult result = uplink.publish(batch(0, 1));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Retry.class,
                        retry -> assertThat(retry.why())
                                .isEqualTo("mqtt://127.0.0.1:" + network.url().getPort() + " did not answer in time"));
        network.heal();
        await().untilAsserted(() -> assertThat(uplink.publish(batch(0, 1))).isInstanceOf(Stored.class));
    }

    @Test
    void anAddressWhereNothingAnswersIsSaidSo() {
        int port = broker.port();
        broker.stop();
        var alone = new PahoUplink(settings(URI.create("mqtt://127.0.0.1:" + port)));

        assertThat(alone.publish(batch(0, 1))).isEqualTo(Retry.of("nothing answers at mqtt://127.0.0.1:" + port));
    }

    @Test
    void aNameThatIsNotKnownIsSaidSo() {
        var alone = new PahoUplink(settings(URI.create("mqtt://hq.invalid")));

        assertThat(alone.publish(batch(0, 1)))
                .isEqualTo(Retry.of("the name of mqtt://hq.invalid:1883 is not known; check its url and the DNS"));
    }

    @Test
    void entriesAreKeptWhileNobodySubscribes() {
        headOffice.close();
        await().untilAsserted(() -> assertThat(uplink.publish(batch(0, 1)))
                .isEqualTo(new Retry(
                        "nobody subscribes to [" + MEASUREMENTS + "] at mqtt://127.0.0.1:"
                                + network.url().getPort() + "; entries are kept until somebody does",
                        Duration.ofSeconds(10))));

        var trusting = new PahoUplink(settings(network.url()).withoutNeedForSubscriber());
        assertThat(trusting.publish(batch(0, 1))).isInstanceOf(Stored.class);
        trusting.close(STOPPED);
    }

    /** Whether the broker says why is up to it (Mosquitto before 2.0.15 does not); the sentence is tested elsewhere. */
    @Test
    void aSecondGatewayWithTheSameStoreIdIsNoticed() {
        uplink.announce(ONLINE);
        var twin = new PahoUplink(settings(broker.url()));
        twin.announce(ONLINE);

        await().untilAsserted(() -> assertThat(uplink.announce(ONLINE)).isNotInstanceOf(Stored.class));
        twin.close(STOPPED);
    }

    @Test
    void aWrongPasswordIsRefusedAndARightOneIsNot() {
        var setup = MosquittoSetup.OPEN.withUser("store", "right");
        try (var guarded = Mosquitto.started(setup)) {
            var settings = settings(guarded.url()).withoutNeedForSubscriber();
            var wrong = new PahoUplink(settings.withCredentials(new Credentials("store", new Secret("wrong"))));
            var right = new PahoUplink(settings.withCredentials(new Credentials("store", new Secret("right"))));

            assertThat(wrong.publish(batch(0, 1)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.why())
                                    .startsWith("mqtt://127.0.0.1:" + guarded.port())
                                    .contains("check FOOTFALL_RELAY_USERNAME and FOOTFALL_RELAY_PASSWORD"));
            assertThat(right.publish(batch(0, 1))).isInstanceOf(Stored.class);
            right.close(STOPPED);
        }
    }

    @Test
    void aBatchBeyondTheBrokersLimitIsNotSent() {
        try (var narrow = Mosquitto.started(MosquittoSetup.OPEN.with("max_packet_size 2000"))) {
            var narrowed = new PahoUplink(settings(narrow.url()).withoutNeedForSubscriber());

            assertThat(narrowed.publish(batch(0, 10)))
                    .isInstanceOfSatisfying(
                            TooLarge.class,
                            tooLarge -> assertThat(tooLarge.maxBytes()).isBetween(1000, 2000));
            assertThat(narrowed.publish(batch(0, 1))).isInstanceOf(Stored.class);
            narrowed.close(STOPPED);
        }
    }

    @Test
    void noThreadIsLeftBehind() {
        uplink.announce(ONLINE);
        breakLink();
        await().untilAsserted(() -> assertThat(uplink.publish(batch(0, 1))).isInstanceOf(Retry.class));
        healLink();
        await().untilAsserted(() -> assertThat(uplink.publish(batch(0, 1))).isInstanceOf(Stored.class));
        uplink.close(STOPPED);

        assertNoThreadIsLeft();
    }

    @Test
    void aBrokerThatHangsUpAtOnceLeavesNoThreadBehind() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUp(server));
            var refused = new PahoUplink(settings(URI.create("mqtt://127.0.0.1:" + server.getLocalPort())));
            for (int attempt = 0; attempt < 10; attempt++) {
                assertThat(refused.publish(batch(0, 1))).isInstanceOf(Retry.class);
            }
            refused.close(STOPPED);
        }

        assertNoThreadIsLeft();
    }

    private static void hangUp(ServerSocket server) {
        try {
            while (!server.isClosed()) {
                server.accept().close();
            }
        } catch (IOException ignored) {
            // the test is over
        }
    }

    /** Paho's thread of a connection attempt under way ends with that attempt's own time-out, 10 seconds. */
    private static void assertNoThreadIsLeft() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.contains("footfall-relay-sh-0042")));
    }
}
