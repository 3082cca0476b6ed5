package dev.footfall.relay.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerUrlTest {

    @ParameterizedTest
    @CsvSource({
        "mqtt://hq.example.net,             mqtt://hq.example.net:1883,   tcp://hq.example.net:1883",
        "mqtts://hq.example.net,            mqtts://hq.example.net:8883,  ssl://hq.example.net:8883",
        "tcp://10.0.0.1:1884,               mqtt://10.0.0.1:1884,         tcp://10.0.0.1:1884",
        "ssl://hq.example.net,              mqtts://hq.example.net:8883,  ssl://hq.example.net:8883",
        "mqtt://[::1]:1884,                 mqtt://[::1]:1884,            tcp://[::1]:1884",
        "wss://hq.example.net/mqtt,         wss://hq.example.net:443/mqtt, wss://hq.example.net:443/mqtt",
        "mqtt://user:secret@hq.example.net, mqtt://hq.example.net:1883,   tcp://hq.example.net:1883",
    })
    void isReadAndShownWithoutCredentials(String url, String shown, String forClient) {
        BrokerUrl broker = BrokerUrl.of(URI.create(url));

        assertThat(broker).hasToString(shown);
        assertThat(broker.forClient()).isEqualTo(forClient);
    }

    @Test
    void onlySomeSchemesAreEncrypted() {
        assertThat(BrokerUrl.of(URI.create("mqtts://h")).tls()).isTrue();
        assertThat(BrokerUrl.of(URI.create("wss://h")).tls()).isTrue();
        assertThat(BrokerUrl.of(URI.create("mqtt://h")).tls()).isFalse();
        assertThat(BrokerUrl.of(URI.create("ws://h")).tls()).isFalse();
    }

    @Test
    void anotherSchemeOrNoHostIsRefused() {
        assertThatThrownBy(() -> BrokerUrl.of(URI.create("https://hq.example.net")))
                .hasMessage("broker url scheme [https] must be mqtt, mqtts (TLS), ws or wss");
        assertThatThrownBy(() -> BrokerUrl.of(URI.create("mqtt:///topic")))
                .hasMessageStartingWith("broker url must name a host");
        assertThatThrownBy(() -> BrokerUrl.of(URI.create("hq.example.net"))).hasMessageContaining("scheme [null]");
    }
}
