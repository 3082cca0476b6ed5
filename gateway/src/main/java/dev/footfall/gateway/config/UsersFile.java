package dev.footfall.gateway.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code users.yaml} holds: a list of names, password hashes and topics. */
final class UsersFile {
    static final List<String> KEYS = List.of("name", "password-hash", "topics");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@:-]{1,64}");

    static final AccountList<User> LIST = new AccountList<>(
            KEYS,
            Rule.of("listener-user", "must be a section with name, password-hash and topics"),
            Form.of(
                    Rule.of("mqtt-user", "must be 1 to 64 letters, digits, dots, dashes, underscores, @ or :"),
                    text -> NAME.matcher(text).matches() ? text : null),
            "the MQTT user name",
            "password-hash",
            UsersFile::user);

    private UsersFile() {}

    private static @Nullable User user(Section entry, @Nullable String name, @Nullable String hash) {
        List<String> topics = topics(entry);
        return name == null || hash == null ? null : new User(name, hash, topics);
    }

    private static List<String> topics(Section entry) {
        Value value = entry.part("topics");
        if (value == null) {
            entry.missing("topics", "the topics they may publish to, for example [\"footfall/in/door-1\"]");
            return List.of();
        }
        Set<String> topics = new LinkedHashSet<>();
        for (Value item : value.items()) {
            String topic = item.as(TopicForms.FILTER);
            if (topic != null) {
                topics.add(topic);
            }
        }
        if (value.isList() && value.items().isEmpty()) {
            value.wrongAsAWhole(Rule.of("no-topic", "must list at least one topic"));
        }
        return List.copyOf(topics);
    }
}
