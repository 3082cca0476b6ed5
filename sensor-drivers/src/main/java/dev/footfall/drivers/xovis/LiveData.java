package dev.footfall.drivers.xovis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.lines.LineOptions;
import dev.footfall.drivers.lines.PlanPlace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code live_data}: frames with tracked objects and events. One person crossing a line is told up to four times: by the
 * scene and by the logic, for the person and again for the group.
 */
final class LiveData {
    private static final Set<String> NO_TAG = Set.of("none", "no_tag", "unknown", "false");

    private final JsonFields data;
    private final @Nullable String device;
    private final LineOptions lines;
    private final @Nullable PlanPlace place;

    /** Kind of every track of the package, for events in frames that do not hold their object. */
    private final Map<String, String> kinds = new HashMap<>();

    /** Tracks of people who wear the pattern by which the sensor knows staff. */
    private final Set<String> tagged = new HashSet<>();

    /** Zones of the package's tracks, as far as its events tell. */
    private final Map<String, Set<String>> zones = new HashMap<>();

    LiveData(JsonFields data, @Nullable String device, LineOptions lines, @Nullable PlanPlace place) {
        this.data = data;
        this.device = device;
        this.lines = lines;
        this.place = place;
    }

    void decode(ReadingList list) {
        List<JsonFields> frames = data.objects("frames");
        boolean counted = false;
        for (JsonFields frame : frames) {
            learnKinds(frame);
            counted |= countsLines(frame.value("events"));
        }
        for (JsonFields frame : frames) {
            if (frame.problem() == null) {
                new LiveFrame(frame, this, counted).decode(list);
            } else {
                list.skip(frame.problem());
            }
        }
    }

    private void learnKinds(JsonFields frame) {
        for (JsonNode object : frame.value("tracked_objects")) {
            String track = object.path("track_id").asText();
            kinds.put(track, object.path("type").asText());
            if (wearsTag(object.path("attributes").path("tag"))) {
                tagged.add(track);
            }
        }
    }

    /** The tag is told as true, or by its name. */
    private static boolean wearsTag(JsonNode tag) {
        return tag.isBoolean()
                ? tag.booleanValue()
                : tag.isTextual()
                        && !tag.textValue().isBlank()
                        && !NO_TAG.contains(tag.textValue().toLowerCase(Locale.ROOT));
    }

    /** True if the person is staff. */
    boolean isStaff(@Nullable String track) {
        return track != null && tagged.contains(track);
    }

    /** The logic counted somebody: then what the scene saw is the same people again, now or a moment ago. */
    private static boolean countsLines(JsonNode events) {
        for (JsonNode event : events) {
            if (event.path("type").asText().equals("COUNT_INCREMENT")
                    && Direction.ofCounter(event.path("attributes")
                                    .path("counter_name")
                                    .asText())
                            != null) {
                return true;
            }
        }
        return false;
    }

    /** False for a group, which stands for persons that have tracks of their own, and for what else is no person. */
    boolean isPerson(String track, JsonNode objectsOfFrame) {
        String kind = kinds.get(track);
        if (kind != null) {
            return kind.equals("PERSON");
        }
        for (JsonNode object : objectsOfFrame) {
            if (object.path("type").asText().equals("PERSON")) {
                return true;
            }
        }
        return objectsOfFrame.isEmpty();
    }

    Set<String> zonesOf(String track) {
        return zones.computeIfAbsent(track, unseen -> new java.util.LinkedHashSet<>());
    }

    @Nullable
    String device() {
        return device;
    }

    LineOptions lines() {
        return lines;
    }

    @Nullable
    PlanPlace place() {
        return place;
    }
}
