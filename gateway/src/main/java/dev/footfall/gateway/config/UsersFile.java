package dev.footfall.gateway.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code users.yaml}: a list of names, password hashes and topics. */
final class UsersFile {
    static final List<String> KEYS = List.of("name", "password-hash", "topics");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@:-]{1,64}");
    private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
    private static final int LEAST_COST = 4;
    private static final int MOST_COST = 14;

    private static final Form<String> NAME_FORM = Form.of(
            Rule.of("mqtt-user", "must be 1 to 64 letters, digits, dots, dashes, underscores, @ or :"),
            text -> NAME.matcher(text).matches() ? text : null);
    static final Form<String> HASH_FORM = Form.of(
            Rule.of(
                    "bcrypt",
                    "must be a bcrypt hash of cost {least} to {most}; htpasswd -nBC 10 NAME prints one after the colon",
                    "least",
                    LEAST_COST,
                    "most",
                    MOST_COST),
            text -> isHash(text) ? text : null);

    private final List<User> users = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private UsersFile() {}

    static List<User> read(Value root) {
        UsersFile file = new UsersFile();
        root.items().forEach(file::readUser);
        return file.users;
    }

    private static boolean isHash(String text) {
        Matcher parts = HASH.matcher(text);
        return parts.matches()
                && Integer.parseInt(parts.group(1)) >= LEAST_COST
                && Integer.parseInt(parts.group(1)) <= MOST_COST;
    }

    private void readUser(Value item) {
        if (item.isScalar()) {
            // not shown: it may be a password that slipped out of its key
            item.wrongAsAWhole(Rule.of("listener-user", "must be a section with name, password-hash and topics"));
            return;
        }
        Section entry = item.section(KEYS);
        if (entry == null) {
            return;
        }
        String name = entry.required("name", NAME_FORM, "the MQTT user name");
        String hash = hash(entry);
        List<String> topics = topics(entry);
        Integer first = name == null ? null : lines.putIfAbsent(name, item.line());
        if (name != null && first != null) {
            entry.wrong(
                    "name",
                    name,
                    Rule.of("user-twice", "must be used once; line {line} has a user of this name", "line", first));
        } else if (name != null && hash != null) {
            users.add(new User(name, hash, topics));
        }
    }

    /** Whatever stands there may be a password in clear, so it is never shown. */
    private static @Nullable String hash(Section entry) {
        Value value = entry.value("password-hash");
        if (value == null) {
            entry.missing("password-hash", "as made by htpasswd -nBC 10 NAME");
            return null;
        }
        return value.asSecret(HASH_FORM);
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
