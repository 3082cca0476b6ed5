package dev.footfall.gateway.config;

/**
 * A part of the configuration that is valid but does nothing in this version, to be named at start.
 *
 * @param key path of the key, for example {@code relay[0]}
 * @param text what about it, for example {@code kind kafka: not yet active}
 */
public record Notice(String key, String text) {

    static Notice notYetActive(String key, String what) {
        return new Notice(key, what + ": not yet active");
    }

    /** One line for people: {@code relay[0] kind kafka: not yet active}. */
    @Override
    public String toString() {
        return key + " " + text;
    }
}
