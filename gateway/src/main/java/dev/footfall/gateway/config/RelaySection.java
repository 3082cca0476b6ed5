package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.RelayKind;
import dev.footfall.store.StoreConfig.RelayTarget;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section {@code relay}: where measurements go. */
final class RelaySection {
    static final List<String> KEYS = List.of("kind", "url", "topic");
    static final String MQTT_TOPIC = "footfall/v1/{store}/measurements";
    static final String KAFKA_TOPIC = "footfall.measurements.v1";
    private static final Form<URI> MQTT_URL =
            NetForms.url(List.of("mqtt", "mqtts", "tcp", "ssl", "ws", "wss"), "mqtts://hq.example.net:8883");
    private static final Form<URI> HTTPS_URL = NetForms.httpsUrl("https://hq.example.net/footfall");
    private static final Form<URI> KAFKA_URL = NetForms.url(List.of("kafka", "kafkas"), "kafkas://hq.example.net:9093");

    private RelaySection() {}

    static List<RelayTarget> read(Section file, Context context) {
        List<RelayTarget> targets = new ArrayList<>();
        for (Value item : file.items("relay")) {
            Section entry = item.section(KEYS);
            RelayTarget target = entry == null ? null : target(entry, context);
            if (entry != null && target != null) {
                if (targets.contains(target)) {
                    entry.wrong(Rule.of("target-twice", "names the same target as an earlier entry; remove one"));
                }
                targets.add(target);
            }
        }
        return targets;
    }

    private static @Nullable RelayTarget target(Section entry, Context context) {
        RelayKind kind = entry.required("kind", Forms.constant(RelayKind.class), "mqtt, https or kafka");
        if (kind == null) {
            return null;
        }
        URI url = entry.required("url", form(kind), "where the measurements go");
        String topic = switch (kind) {
            case MQTT -> entry.optional("topic", TopicForms.PUBLISH, MQTT_TOPIC);
            case HTTPS -> entry.optional("topic", TopicForms.PUBLISH, MQTT_TOPIC);
            case KAFKA -> entry.optional("topic", TopicForms.KAFKA_TOPIC, KAFKA_TOPIC);
        };
        switch (kind) {
            case MQTT -> {}
            case HTTPS -> context.notYetActive(entry.path(), "kind https");
            case KAFKA -> context.notYetActive(entry.path(), "kind kafka");
        }
        return url == null ? null : new RelayTarget(kind, url, topic);
    }

    private static Form<URI> form(RelayKind kind) {
        return switch (kind) {
            case MQTT -> MQTT_URL;
            case HTTPS -> HTTPS_URL;
            case KAFKA -> KAFKA_URL;
        };
    }
}
