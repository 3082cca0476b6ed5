package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.Broker;
import dev.footfall.store.StoreConfig.Ingest;
import dev.footfall.store.StoreConfig.MqttListener;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The section {@code ingest}: the gateway's own MQTT endpoint and brokers to subscribe to. */
final class IngestSection {
    static final List<String> KEYS = List.of("mqtt-listener", "brokers");
    static final List<String> BROKER_KEYS = List.of("url", "client-id", "subscribe");
    private static final Form<URI> BROKER_URL =
            NetForms.url(List.of("mqtt", "mqtts", "tcp", "ssl", "ws", "wss"), "mqtt://127.0.0.1:1883");
    private static final Form<String> CLIENT_ID = Form.of(
            Rule.of("client-id", "must be 1 to 65 letters, digits, dots, dashes or underscores"),
            text -> text.matches("[A-Za-z0-9._-]{1,65}") ? text : null);

    private IngestSection() {}

    /** @param storeId names this gateway at a broker where no client-id is given */
    static Ingest read(Section file, Context context, String storeId) {
        Value value = file.part("ingest");
        Section ingest = value == null ? null : value.section(KEYS);
        if (ingest == null) {
            return new Ingest(ListenerSection.BY_DEFAULT, List.of());
        }
        MqttListener listener = ListenerSection.read(ingest, context);
        List<Broker> brokers = new ArrayList<>();
        Set<String> clients = new HashSet<>();
        for (Value item : ingest.items("brokers")) {
            Section entry = item.section(BROKER_KEYS);
            Broker broker = entry == null ? null : broker(entry, "footfall-" + storeId);
            if (entry != null && broker != null) {
                if (!clients.add(broker.url() + " " + broker.clientId())) {
                    entry.wrong(
                            "client-id",
                            Rule.of(
                                    "client-id-twice",
                                    "must differ from that of the other connection to the same broker"));
                }
                brokers.add(broker);
            }
        }
        return new Ingest(listener, brokers);
    }

    private static @Nullable Broker broker(Section entry, String defaultClientId) {
        URI url = entry.required("url", BROKER_URL, "for example mqtt://127.0.0.1:1883");
        String clientId = entry.optional("client-id", CLIENT_ID, defaultClientId);
        Value subscribe = entry.part("subscribe");
        if (subscribe == null) {
            entry.missing("subscribe", "the list of topics to read, for example [\"frigate/#\"]");
            return null;
        }
        Set<String> filters = new LinkedHashSet<>();
        for (Value item : subscribe.items()) {
            String filter = item.as(TopicForms.SUBSCRIPTION);
            if (filter != null && !filters.add(filter)) {
                item.wrong(Rule.of("listed-twice", "must be listed once"));
            }
        }
        if (subscribe.isList() && subscribe.items().isEmpty()) {
            subscribe.wrongAsAWhole(Rule.of("no-topic", "must list at least one topic"));
        }
        return url == null ? null : new Broker(url, clientId, List.copyOf(filters));
    }
}
