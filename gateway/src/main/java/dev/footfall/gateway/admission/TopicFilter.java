package dev.footfall.gateway.admission;

/** An MQTT topic filter with {@code +} for one level and {@code #} for the rest. */
public record TopicFilter(String[] levels) {

    public static TopicFilter of(String filter) {
        return new TopicFilter(filter.split("/", -1));
    }

    /** True if messages on the topic pass the filter. */
    public boolean matches(String topic) {
        String[] parts = topic.split("/", -1);
        if (topic.startsWith("$") && (levels[0].equals("+") || levels[0].equals("#"))) {
            return false;
        }
        for (int i = 0; i < levels.length; i++) {
            if (levels[i].equals("#")) {
                return true;
            }
            if (i >= parts.length || !(levels[i].equals("+") || levels[i].equals(parts[i]))) {
                return false;
            }
        }
        return levels.length == parts.length;
    }
}
