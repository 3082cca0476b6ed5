package dev.footfall.gateway.config;

import java.util.List;

/**
 * Someone who may connect to the MQTT endpoint.
 *
 * @param name the MQTT user name
 * @param hash bcrypt, in the form that {@code htpasswd -B} prints
 * @param topics MQTT topic filters for what they may publish to
 */
public record User(String name, String hash, List<String> topics) implements Account {
    public User {
        topics = List.copyOf(topics);
    }

    /** Without the hash: it belongs into no log. */
    @Override
    public String toString() {
        return "User[" + name + ", topics " + topics + "]";
    }
}
