package dev.footfall.gateway.config;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Forms of MQTT topics, Kafka topics and HTTP paths. */
final class TopicForms {
    private static final int MOST_BYTES = 65_535;
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*");
    private static final Pattern KAFKA = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    private static final String STORE = "{store}";

    /** For messages that arrive: what a sensor publishes to. */
    static final Form<String> FILTER = TopicForms::filter;

    /** For subscribing at a broker: a filter that may be shared between subscribers. */
    static final Form<String> SUBSCRIPTION = TopicForms::subscription;

    static final Form<String> PUBLISH = Form.of(
            Rule.of("publish-topic", "must be an MQTT topic without wildcards; {store} stands for the store's id"),
            text -> isTopic(text) && hasOnlyStorePlaceholder(text) ? text : null);

    static final Form<String> KAFKA_TOPIC = Form.of(
            Rule.of(
                    "kafka-topic",
                    "must be 1 to 249 letters, digits, dots, dashes or underscores; {store} stands for the store's id"),
            text -> KAFKA.matcher(text.replace(STORE, "s")).matches() ? text : null);

    static final Form<String> HTTP_PATH = Form.of(
            Rule.of("path", "must be a path that begins with /, for example /ingest/hikvision/cam-2"),
            text -> PATH.matcher(text).matches() && !List.of(text.split("/")).contains("..") ? text : null);

    private TopicForms() {}

    private static Form.Result<String> filter(String text) {
        if (!isSendable(text)) {
            return new Form.Breaks<>(Rule.of("topic", "must be an MQTT topic of 1 to 65535 bytes"));
        }
        String[] levels = text.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            if (levels[i].contains("#") && (levels[i].length() > 1 || i < levels.length - 1)) {
                return new Form.Breaks<>(
                        Rule.of("hash", "must have # only alone in the last level, for example frigate/#"));
            }
            if (levels[i].contains("+") && levels[i].length() > 1) {
                return new Form.Breaks<>(Rule.of("plus", "must have + only alone in a level, for example em/+/status"));
            }
        }
        return new Form.Fits<>(text);
    }

    private static Form.Result<String> subscription(String text) {
        if (!text.startsWith("$share/")) {
            return filter(text);
        }
        String[] parts = text.split("/", 3);
        if (parts.length < 3 || parts[1].isEmpty() || parts[1].matches(".*[+#].*")) {
            return new Form.Breaks<>(Rule.of("share", "must be $share/group/topic with a group without wildcards"));
        }
        return switch (filter(parts[2])) {
            case Form.Fits<String> fits -> new Form.Fits<>(text);
            case Form.Breaks<String> breaks -> breaks;
        };
    }

    private static boolean isTopic(String text) {
        return isSendable(text) && !text.contains("#") && !text.contains("+");
    }

    private static boolean isSendable(String text) {
        return !text.isEmpty()
                && text.indexOf(0) < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    private static boolean hasOnlyStorePlaceholder(String text) {
        String rest = text.replace(STORE, "");
        return !rest.contains("{") && !rest.contains("}");
    }
}
