package dev.footfall.drivers.xovis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.lines.PlanPlace;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Kind;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One frame of a live package. */
final class LiveFrame {
    private final JsonFields frame;
    private final LiveData data;
    private final boolean counted;
    private final JsonNode objects;
    private @Nullable Instant at;

    /** @param counted true if the package has counts of lines, so that crossings seen by the scene are the same people */
    LiveFrame(JsonFields frame, LiveData data, boolean counted) {
        this.frame = frame;
        this.data = data;
        this.counted = counted;
        this.objects = frame.value("tracked_objects");
    }

    void decode(ReadingList list) {
        List<JsonFields> events = frame.objects("events");
        if (events.isEmpty() && data.place() == null) {
            return;
        }
        at = XovisDecoder.timeOrNote(frame, "time");
        if (frame.problem() != null) {
            list.skip(frame.problem());
            return;
        }
        for (JsonFields event : events) {
            event(event, event.object("attributes"), list);
            if (event.problem() != null) {
                list.skip(event.problem());
            }
        }
        positions(list);
    }

    private void event(JsonFields event, JsonFields about, ReadingList list) {
        String track = about.textOrNull("track_id");
        if (track != null && !data.isPerson(track, objects)) {
            return;
        }
        String type = event.text("type");
        switch (type) {
            case "LINE_CROSS_FORWARD", "LINE_CROSS_BACKWARD" -> seen(type, about, list);
            case "COUNT_INCREMENT", "COUNT_DECREMENT", "COUNT_RESET" -> count(type, about, list);
            case "ZONE_ENTRY", "ZONE_EXIT" -> zone(type.equals("ZONE_ENTRY"), track, about, list);
            default -> {
                // Tracks beginning and ending, doors, inputs and failures count nobody.
            }
        }
    }

    /** A crossing as the scene saw it; the logic's count of the same person may come later, in another package. */
    private void seen(String type, JsonFields about, ReadingList list) {
        String line = "geometry-" + about.text("geometry_id");
        Direction way = Direction.ofEvent(type);
        if (!about.ok() || counted || way == null) {
            return;
        }
        String whose = about.textOrNull("track_id") + "|" + about.textOrNull("sequence_number");
        crossing(
                way,
                Kind.SEEN,
                line,
                about.textOrNull("geometry_name"),
                new Who(type + "|" + whose, data.isStaff(about.textOrNull("track_id"))),
                list);
    }

    private void count(String type, JsonFields about, ReadingList list) {
        String line = "logic-" + about.text("logic_id");
        String name = about.textOrNull("logic_name");
        String counter = about.textOrNull("counter_name");
        Direction way = Direction.ofCounter(counter);
        if (!about.ok()) {
            return;
        }
        if (Counts.isLevel(counter)) {
            level(about, line, name, list);
        } else if (way != null && type.equals("COUNT_INCREMENT")) {
            String value = about.textOrNull("counter_value");
            Who who = new Who(counter + "|" + value, data.isStaff(about.textOrNull("track_id")));
            crossing(way, Kind.EVENT, line, name, who, list);
        }
    }

    private void crossing(Direction way, Kind kind, String line, @Nullable String name, Who who, ReadingList list) {
        if (!data.lines().counts(line, name)) {
            return;
        }
        boolean in = way.in(data.lines().swaps(line, name));
        Fact crossing = new Fact.Crossing(in ? 1 : 0, in ? 0 : 1, null, kind, 0);
        list.add(reading(crossing, line, who.words));
        if (who.staff) {
            list.add(reading(new Fact.OfStaff(crossing), line, who.words + "|staff"));
        }
    }

    /** @param words what tells this crossing from the others of its line and moment */
    private record Who(String words, boolean staff) {}

    private void level(JsonFields about, String line, @Nullable String name, ReadingList list) {
        long value = Counts.level(about, "counter_value");
        if (about.ok()) {
            Fact fact = Counts.zone(name == null ? line : name, value, about.name("counter_value"), list);
            list.add(reading(fact, line, "level|" + value));
        }
    }

    private void zone(boolean entered, @Nullable String track, JsonFields about, ReadingList list) {
        String id = "geometry-" + about.text("geometry_id");
        if (track == null || !about.ok()) {
            return;
        }
        String name = about.textOrNull("geometry_name");
        Set<String> zones = data.zonesOf(track);
        if (entered) {
            zones.add(name == null ? id : name);
        } else {
            zones.remove(name == null ? id : name);
        }
        list.add(reading(
                new Fact.Presence(track, List.copyOf(zones), false), id, (entered ? "entry|" : "exit|") + track));
    }

    private void positions(ReadingList list) {
        PlanPlace place = data.place();
        if (place == null) {
            return;
        }
        for (JsonNode object : objects) {
            JsonNode x = object.path("position").path(0);
            JsonNode y = object.path("position").path(1);
            if (object.path("type").asText().equals("PERSON") && isFinite(x) && isFinite(y)) {
                String track = object.path("track_id").asText();
                Fact fix = place.position(track, x.doubleValue(), y.doubleValue());
                list.add(reading(data.isStaff(track) ? new Fact.OfStaff(fix) : fix, "", "at|" + track));
            }
        }
    }

    private static boolean isFinite(JsonNode number) {
        return number.isNumber() && Math.abs(number.doubleValue()) < 1e6;
    }

    private Reading reading(Fact fact, String line, String words) {
        String key = at == null ? null : data.device() + "|" + line + "|" + at + "|" + words;
        return new Reading(fact, at, line, key);
    }
}
