package dev.footfall.drivers.milesightip;

import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code region_data.region_count_data}: people in each region now. Dwell times and region triggers are not counts. */
final class RegionCounts {
    private final JsonFields root;
    private final @Nullable String device;
    private final TimeInfo time;
    private final Set<String> taken = new HashSet<>();

    RegionCounts(JsonFields root, @Nullable String device, TimeInfo time) {
        this.root = root;
        this.device = device;
        this.time = time;
    }

    void decode(ReadingList list) {
        int index = 0;
        for (JsonFields item : root.object("region_data").objects("region_count_data")) {
            Reading reading = reading(item, index++);
            if (reading != null) {
                list.add(reading);
            } else if (item.problem() != null) {
                list.skip(item.problem());
            }
        }
    }

    private @Nullable Reading reading(JsonFields item, int index) {
        JsonFields total = item.isObject("total") ? item.object("total") : item;
        int count = (int) total.count("current_total", Integer.MAX_VALUE);
        if (time.problem() != null) {
            item.wrong(time.problem());
        }
        if (!item.ok()) {
            return null;
        }
        String id = id(item, index);
        String key = time.end() == null
                ? null
                : device + "|" + id + "|region_count_data|" + time.end().toEpochMilli() + "|" + count;
        return new Reading(new Fact.ZoneLevel(zone(item, id), count), time.end(), id, key);
    }

    /** The name the owner gave the region; names may repeat, and then the id stands in. */
    private String zone(JsonFields item, String id) {
        String name = item.textOrNull("region_name");
        return name != null && taken.add(name) ? name : id;
    }

    private static String id(JsonFields item, int index) {
        String uuid = item.textOrNull("region_uuid");
        if (uuid != null) {
            return uuid;
        }
        String number = item.textOrNull("region");
        return "region-" + (number == null ? Integer.toString(index + 1) : number);
    }
}
