package dev.footfall.relay.link;

import java.net.URI;

/**
 * Where a broker is: {@code mqtt://host:port}, or {@code mqtts://host:port} for TLS. Prints without credentials, whatever
 * the URL it was made from contained.
 *
 * @param host name or address; an IPv6 address stands in brackets
 * @param port 1883 without and 8883 with TLS unless the URL says otherwise
 */
public record BrokerUrl(boolean tls, String host, int port) {
    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;

    /** @throws IllegalArgumentException if this is no broker's address */
    public static BrokerUrl of(URI url) {
        boolean tls = "mqtts".equalsIgnoreCase(url.getScheme());
        if (!tls && !"mqtt".equalsIgnoreCase(url.getScheme())) {
            throw new IllegalArgumentException(
                    "broker url scheme [" + url.getScheme() + "] must be mqtt, or mqtts for TLS");
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException("broker url must name a host, as in mqtt://broker.example.net:1883");
        }
        int standard = tls ? TLS_PORT : PLAIN_PORT;
        return new BrokerUrl(tls, url.getHost(), url.getPort() < 0 ? standard : url.getPort());
    }

    /** The form that the MQTT client library understands. */
    public String forClient() {
        return (tls ? "ssl://" : "tcp://") + host + ":" + port;
    }

    @Override
    public String toString() {
        return (tls ? "mqtts://" : "mqtt://") + host + ":" + port;
    }
}
