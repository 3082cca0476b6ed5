package dev.footfall.drivers.onvif;

import dev.footfall.drivers.json.JsonFields;
import java.util.List;

/** What an event says: by its topic, else by its data. */
enum EventKind {
    /** Objects counted since the last reset. */
    TOTAL,
    /** Objects inside now. */
    INSIDE,
    /** One object crossed a line. */
    CROSSED,
    /** Nothing that counts. */
    OTHER;

    /** Data of events about objects that are no crossings. */
    private static final List<String> STATES = List.of("IsInside", "IsMotion", "State", "Since", "Active", "Plate");

    static EventKind of(EventTopic topic, JsonFields source, JsonFields data, boolean countIsInside) {
        String last = topic.topic().substring(topic.topic().lastIndexOf('/') + 1);
        if (last.contains("OccupancyCounter")) {
            return INSIDE;
        }
        // One manufacturer's scripts spell it CountAgregation.
        if (topic.topic().contains("CountAg") && last.contains("Counter")) {
            return TOTAL;
        }
        if (topic.topic().contains("LineDetector")) {
            return CROSSED;
        }
        return topic.topic().isEmpty() ? byData(source, data, countIsInside) : OTHER;
    }

    private static EventKind byData(JsonFields source, JsonFields data, boolean countIsInside) {
        if (data.has("Count")) {
            return countIsInside ? INSIDE : TOTAL;
        }
        boolean object = data.has("ObjectId") || data.has("Object");
        return object && source.has("Rule") && STATES.stream().noneMatch(data::has) ? CROSSED : OTHER;
    }
}
