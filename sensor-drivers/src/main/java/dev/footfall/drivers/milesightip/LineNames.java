package dev.footfall.drivers.milesightip;

import dev.footfall.drivers.json.JsonFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stable name of each line in one message: its uuid. Where a device gives one uuid to two line numbers (the vendor's
 * own sample does), the first keeps it; the other gets the uuid that another section gives that number, else the uuid
 * with its number.
 */
final class LineNames {
    private final Map<String, String> numberOfUuid = new HashMap<>();
    private final Map<String, String> uuidOfNumber = new HashMap<>();

    /**
     * The names in one message.
     *
     * @param sections the items of each of its sections
     */
    static LineNames of(Collection<List<JsonFields>> sections) {
        LineNames names = new LineNames();
        for (List<JsonFields> items : sections) {
            for (JsonFields item : items) {
                names.learn(item.textOrNull("line"), item.textOrNull("line_uuid"));
            }
        }
        return names;
    }

    private void learn(@Nullable String number, @Nullable String uuid) {
        if (number == null || uuid == null) {
            return;
        }
        if (numberOfUuid.computeIfAbsent(uuid, unclaimed -> number).equals(number)) {
            uuidOfNumber.putIfAbsent(number, uuid);
        }
    }

    /**
     * The name of an item's line.
     *
     * @param index the item's place in its section, for one that has neither number nor uuid
     */
    String name(JsonFields item, int index) {
        String number = item.textOrNull("line");
        String uuid = item.textOrNull("line_uuid");
        if (number == null) {
            return uuid != null ? uuid : "line-" + (index + 1);
        }
        if (uuid != null && number.equals(numberOfUuid.get(uuid))) {
            return uuid;
        }
        String known = uuidOfNumber.get(number);
        if (known != null) {
            return known;
        }
        return uuid == null ? "line-" + number : uuid + "#" + number;
    }
}
