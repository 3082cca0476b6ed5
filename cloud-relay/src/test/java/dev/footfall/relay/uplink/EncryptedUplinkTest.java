package dev.footfall.relay.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.relay.broker.Mosquitto;
import dev.footfall.relay.broker.MosquittoSetup;
import dev.footfall.relay.broker.TlsIdentity;
import dev.footfall.relay.link.Credentials;
import dev.footfall.relay.outbox.Measurements;
import dev.footfall.relay.outbox.Position;
import dev.footfall.relay.uplink.PublishResult.Retry;
import dev.footfall.relay.uplink.PublishResult.Stored;
import dev.footfall.relay.wire.StatusJson;
import dev.footfall.relay.wire.StoreStatus;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** TLS as a real broker speaks it: whom we trust, and that we look at the name. */
class EncryptedUplinkTest {
    private static final StoreStatus ONLINE = StoreStatus.online(Measurements.FIRST, 0, Position.START);

    private static PublishResult announce(URI url, UnaryOperator<MqttSettings> how) {
        var settings = MqttSettings.of(url, "t", new StatusJson("sh-0042", "0.1.0"), Credentials.NONE)
                .withTimeout(Duration.ofSeconds(2));
        var uplink = new PahoUplink(how.apply(settings));
        PublishResult result = uplink.announce(ONLINE);
        uplink.close(ONLINE);
        return result;
    }

    @Test
    void aBrokerWithATrustedCertificateIsUsed() {
        var identity = TlsIdentity.forServer("ip:127.0.0.1", "dns:localhost");
        try (var broker = Mosquitto.started(MosquittoSetup.OPEN.withTls(identity))) {
            assertThat(announce(broker.url(), s -> s.withTls(identity.trustingSockets())))
                    .isInstanceOf(Stored.class);
        }
    }

    @Test
    void aCertificateNobodyVouchesForIsNotTrusted() {
        var identity = TlsIdentity.forServer("ip:127.0.0.1");
        try (var broker = Mosquitto.started(MosquittoSetup.OPEN.withTls(identity))) {
            assertThat(announce(broker.url(), s -> s))
                    .isInstanceOfSatisfying(
                            Retry.class,
                            retry -> assertThat(retry.why())
                                    .startsWith("the certificate of " + broker.url() + " is not trusted: "));
        }
    }

    @Test
    void aTrustedCertificateOfAnotherNameIsNotEnough() {
        var identity = TlsIdentity.forServer("dns:elsewhere.example.net");
        try (var broker = Mosquitto.started(MosquittoSetup.OPEN.withTls(identity))) {
            assertThat(announce(broker.url(), s -> s.withTls(identity.trustingSockets())))
                    .isInstanceOfSatisfying(
                            Retry.class,
                            retry -> assertThat(retry.why())
                                    .startsWith("the certificate of " + broker.url() + " is not trusted: "));
        }
    }
}
