package dev.footfall.drivers.xovis;

import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.observation.Fact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one record. Those of a line come in pairs; a zone or queue has a level. Visits, outflow, dwell and waiting
 * times are no crossings and no levels.
 *
 * @param isLine true if the record counts a line
 * @param level people in the zone at the record's end, possibly negative, null if it has none
 */
record Counts(
        boolean isLine, int forward, int backward, @Nullable Long level) {

    static Counts of(JsonFields record) {
        int[] ways = {-1, -1};
        Long level = null;
        for (JsonFields count : record.objects("counts")) {
            String name = count.textOrNull("name");
            Direction way = Direction.ofCounter(name);
            if (way != null && ways[way.ordinal()] < 0) {
                ways[way.ordinal()] = (int) count.count("value", Integer.MAX_VALUE);
            } else if (level == null && isLevel(name)) {
                level = level(count, "value");
            }
            if (count.problem() != null) {
                record.wrong(count.problem().reason());
            }
        }
        return new Counts(ways[0] >= 0 || ways[1] >= 0, Math.max(0, ways[0]), Math.max(0, ways[1]), level);
    }

    static boolean isLevel(@Nullable String name) {
        String plain = name == null ? "" : name.toLowerCase(Locale.ROOT).replace('_', '-');
        return plain.equals("balance") || plain.equals("queue-length");
    }

    /** A whole number that may be negative: people are missed on their way in as well. */
    static long level(JsonFields count, String key) {
        double value = count.value(key).asDouble(0);
        return value < 0 && value >= Integer.MIN_VALUE ? (long) Math.floor(value) : count.count(key, Integer.MAX_VALUE);
    }

    /** Nobody in the zone is the least there can be; the list is told about less. */
    static Fact zone(String zone, long level, String key, ReadingList list) {
        if (level < 0) {
            list.note(key + " [" + level + "] is below zero and taken as nobody; reset the zone in the sensor");
        }
        return new Fact.ZoneLevel(zone, (int) Math.max(0, level));
    }
}
