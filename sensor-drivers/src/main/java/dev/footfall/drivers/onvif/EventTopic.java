package dev.footfall.drivers.onvif;

import dev.footfall.drivers.Topic;
import dev.footfall.drivers.json.JsonFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code PREFIX/onvif-ej/TOPIC/&SOURCE}: the prefix is the owner's and may have several levels, source values hold blanks.
 *
 * @param prefix what stands before {@code onvif-ej}; null if the address is of another form
 * @param topic the event's topic without namespace, empty if unknown
 * @param source the source's values joined by slashes, empty if the address has none
 */
record EventTopic(@Nullable String prefix, String topic, String source) {
    private static final String MARK = "onvif-ej";

    static EventTopic of(String address) {
        int mark = Topic.isMqtt(address) ? ("/" + address + "/").indexOf("/" + MARK + "/") : -1;
        if (mark < 0) {
            return new EventTopic(null, "", "");
        }
        String rest = address.substring(Math.min(address.length(), mark + MARK.length() + 1));
        int and = rest.indexOf('&');
        String topic = and < 0 ? rest : rest.substring(0, Math.max(0, and - 1));
        String prefix = mark == 0 ? null : address.substring(0, mark - 1);
        return new EventTopic(prefix, topic, and < 0 ? "" : rest.substring(and + 1));
    }

    /** True if the address is that of an ONVIF event in JSON. */
    boolean isOnvif() {
        return !topic.isEmpty();
    }

    /** The source's values as the address has them, else as the body repeats them; empty if neither names a source. */
    String line(JsonFields source) {
        if (!this.source.isEmpty()) {
            return this.source;
        }
        List<String> values = new ArrayList<>();
        source.keys().forEach(key -> {
            String value = source.textOrNull(key);
            if (value != null) {
                values.add(value);
            }
        });
        return String.join("/", values);
    }
}
