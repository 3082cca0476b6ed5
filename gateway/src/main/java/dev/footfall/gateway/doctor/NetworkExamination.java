package dev.footfall.gateway.doctor;

import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Broker;
import dev.footfall.store.StoreConfig.RelayTarget;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Whether brokers and head office can be reached from here; whether they let us in is seen on the running gateway. */
final class NetworkExamination {
    private static final int PATIENCE_MILLIS = 3_000;

    private final StoreConfig config;

    NetworkExamination(StoreConfig config) {
        this.config = config;
    }

    List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        for (Broker broker : config.ingest().brokers()) {
            findings.add(reach("broker", broker.url(), "its sensors are not heard"));
        }
        for (RelayTarget target : config.relay()) {
            findings.add(reach("head office", target.url(), "rows wait here and are sent later; nothing is lost"));
        }
        return findings;
    }

    private static Finding reach(String subject, URI url, String meanwhile) {
        String shown = url.getScheme() + "://" + url.getHost() + ":" + port(url);
        try (Socket socket = new Socket()) {
            InetSocketAddress address = new InetSocketAddress(url.getHost(), port(url));
            if (address.isUnresolved()) {
                throw new UnknownHostException("no such name");
            }
            socket.connect(address, PATIENCE_MILLIS);
            return Finding.ok(subject, shown + " answers");
        } catch (IOException e) {
            return Finding.warning(
                    subject,
                    shown + " cannot be reached (" + e.getMessage() + "): " + meanwhile,
                    "Check the name, the cable and the firewall.");
        }
    }

    private static int port(URI url) {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return switch (url.getScheme()) {
            case "mqtts" -> 8883;
            case "https" -> 443;
            case "http" -> 80;
            case "kafka" -> 9092;
            default -> 1883;
        };
    }
}
