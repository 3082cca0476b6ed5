package dev.footfall.gateway.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param file name of the file, as people know it
 * @param line counted from 1; 0 if the problem is not of one line
 * @param key path of the key, for example {@code sensors[0].options.active}; empty if the problem is not of one key
 * @param value the value found, shortened, credentials masked; empty if there is none to show
 * @param broken what must hold and what to do, continuing the sentence that the key begins
 */
public record Problem(String file, int line, String key, String value, Rule broken) {

    /** The rule in English. */
    public String rule() {
        return broken.text();
    }

    /** One line for people: {@code store.yaml:14: sensors[0].options.active [hihg] must be high or low}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ");
        if (!key.isEmpty()) {
            text.append(key).append(' ');
        }
        if (!value.isEmpty()) {
            text.append('[').append(value).append("] ");
        }
        return text.append(rule()).toString();
    }
}
