package dev.footfall.relay.link;

import java.net.URI;
import java.util.Locale;

/**
 * Where a broker is: {@code mqtt://host:port}, {@code mqtts://host:port} for TLS, {@code ws://} and {@code wss://} for MQTT
 * over WebSocket. Prints without credentials, whatever the URL it was made from contained.
 *
 * @param host name or address; an IPv6 address stands in brackets
 * @param port the standard one of the scheme unless the URL says otherwise
 * @param path of a WebSocket; empty otherwise
 */
public record BrokerUrl(Scheme scheme, String host, int port, String path) {

    /** How bytes travel. */
    public enum Scheme {
        MQTT("tcp", 1883),
        MQTTS("ssl", 8883),
        WS("ws", 80),
        WSS("wss", 443);

        private final String clientName;
        private final int port;

        Scheme(String clientName, int port) {
            this.clientName = clientName;
            this.port = port;
        }
    }

    /** @throws IllegalArgumentException if this is no broker's address */
    public static BrokerUrl of(URI url) {
        Scheme scheme = scheme(url.getScheme());
        if (url.getHost() == null) {
            throw new IllegalArgumentException("broker url must name a host, as in mqtt://broker.example.net:1883");
        }
        boolean webSocket = scheme == Scheme.WS || scheme == Scheme.WSS;
        String path = webSocket && url.getRawPath() != null ? url.getRawPath() : "";
        return new BrokerUrl(scheme, url.getHost(), url.getPort() < 0 ? scheme.port : url.getPort(), path);
    }

    private static Scheme scheme(String name) {
        String wanted = name == null ? "" : name.toLowerCase(Locale.ROOT);
        for (Scheme scheme : Scheme.values()) {
            if (wanted.equals(scheme.name().toLowerCase(Locale.ROOT)) || wanted.equals(scheme.clientName)) {
                return scheme;
            }
        }
        throw new IllegalArgumentException("broker url scheme [" + name + "] must be mqtt, mqtts (TLS), ws or wss");
    }

    public boolean tls() {
        return scheme == Scheme.MQTTS || scheme == Scheme.WSS;
    }

    /** The form that the MQTT client library understands. */
    public String forClient() {
        return scheme.clientName + "://" + host + ":" + port + path;
    }

    @Override
    public String toString() {
        return scheme.name().toLowerCase(Locale.ROOT) + "://" + host + ":" + port + path;
    }
}
