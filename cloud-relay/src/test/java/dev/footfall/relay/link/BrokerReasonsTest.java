package dev.footfall.relay.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class BrokerReasonsTest {
    private static final String BROKER = "mqtts://hq.example.net:8883";
    private final BrokerReasons reasons =
            new BrokerReasons(BrokerUrl.of(URI.create(BROKER)), "footfall-relay-sh-0042", "the credentials");

    @Test
    void whatSomebodyMustChangeIsARefusal() {
        assertThat(reasons.answered(0x86))
                .isEqualTo(LinkFailure.refused(BROKER + " refused the user name or password; check the credentials"));
        assertThat(reasons.answered(0x87).refused()).isTrue();
        assertThat(reasons.answered(0x84).why()).isEqualTo(BROKER + " does not speak MQTT 5; use a broker that does");
        assertThat(reasons.answered(0x85).why()).endsWith("refused the client id [footfall-relay-sh-0042]");
        assertThat(reasons.answered(0x8A).refused()).isTrue();
        assertThat(reasons.answered(0x9D).why()).isEqualTo(BROKER + " has moved; change its url");
    }

    @Test
    void aSecondGatewayWithTheSameStoreIdIsNamed() {
        assertThat(reasons.answered(0x8E))
                .isEqualTo(LinkFailure.refused("another client connected to " + BROKER
                        + " as [footfall-relay-sh-0042]; each gateway needs a store id of its own"));
    }

    @Test
    void whatPassesIsNoRefusal() {
        assertThat(reasons.answered(0x89)).isEqualTo(LinkFailure.passing(BROKER + " is busy"));
        assertThat(reasons.answered(0x8B)).isEqualTo(LinkFailure.passing(BROKER + " is shutting down"));
        assertThat(reasons.answered(0x83)).isEqualTo(LinkFailure.passing(BROKER + " failed with reason code 0x83"));
    }

    @Test
    void theErrorUnderneathSaysMore() {
        assertThat(reasons.of(32103, new ConnectException("refused")).why()).isEqualTo("nothing answers at " + BROKER);
        assertThat(reasons.of(0, new UnknownHostException("hq")).why()).startsWith("the name of " + BROKER);
        assertThat(reasons.of(0, new SocketTimeoutException()).why()).endsWith("did not answer in time");
        assertThat(reasons.of(0, new SSLHandshakeException("no common cipher")).why())
                .isEqualTo("TLS with " + BROKER + " failed: no common cipher");
    }

    @Test
    void aCertificateThatIsNotTrustedIsNamedHoweverDeepItLies() {
        var tls = new SSLHandshakeException("handshake");
        tls.initCause(new CertificateException("expired"));

        assertThat(reasons.of(0, new IOException(tls)))
                .isEqualTo(LinkFailure.passing("the certificate of " + BROKER + " is not trusted: expired"));
    }

    @Test
    void aLostConnectionIsJustThat() {
        assertThat(reasons.of(32109, null).why()).isEqualTo(BROKER + " closed the connection");
        assertThat(reasons.of(32109, new IOException()).why()).isEqualTo(BROKER + " closed the connection");
        assertThat(reasons.of(32109, new IOException("reset")).why())
                .isEqualTo(BROKER + " closed the connection (reset)");
        assertThat(reasons.of(32000, null).why()).isEqualTo(BROKER + " did not answer in time");
    }
}
