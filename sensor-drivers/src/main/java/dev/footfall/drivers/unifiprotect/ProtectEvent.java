package dev.footfall.drivers.unifiprotect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.time.DeviceTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as Protect sends it, taken out of what the bridges wrap around it.
 *
 * @param id the same for an event and all its updates, null if nowhere given
 * @param body the event's own fields; an update has only those that changed
 */
record ProtectEvent(@Nullable String id, JsonNode body) {
    private static final List<String> WRAPPINGS = List.of("payload", "data", "item");

    static ProtectEvent of(JsonNode root) {
        for (String wrapping : WRAPPINGS) {
            JsonNode inner = root.path(wrapping);
            if (inner.isObject()) {
                return new ProtectEvent(
                        firstText(
                                inner.path("id"),
                                root.path("eventId"),
                                root.path("action").path("id"),
                                root.path("id")),
                        inner);
            }
        }
        return new ProtectEvent(firstText(root.path("id"), root.path("eventId")), root);
    }

    /** The camera's id. */
    @Nullable
    String camera() {
        return firstText(body.path("camera"), body.path("device"), body.path("cameraId"));
    }

    /** The event's type; empty in an update, which does not repeat it. */
    String type() {
        return body.path("type").asText();
    }

    /** True if it has to do with a line, whatever part of the event it is. */
    boolean isAboutALine() {
        return type().equals("smartDetectLine")
                || body.path("metadata").path("linesStatus").isObject();
    }

    boolean isAnEvent() {
        return type().startsWith("smartDetect")
                || body.path("metadata").isObject()
                || body.path("modelKey").asText().equals("event");
    }

    /** True if what was detected is of this kind, or is not said. */
    boolean mayBe(String kind) {
        JsonNode types = body.path("smartDetectTypes");
        if (types.isEmpty()) {
            return true;
        }
        for (JsonNode type : types) {
            if (type.asText().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    /** When it ended or else began, by Protect's clock. */
    @Nullable
    Instant at() {
        for (String key : List.of("end", "start", "timestamp")) {
            JsonNode value = body.path(key);
            if (value.isNumber()) {
                return DeviceTime.epoch(value.doubleValue());
            }
        }
        return null;
    }

    private static @Nullable String firstText(JsonNode... nodes) {
        for (JsonNode node : nodes) {
            if (node.isTextual()
                    && !node.textValue().isBlank()
                    && node.textValue().length() <= 256) {
                return node.textValue();
            }
        }
        return null;
    }
}
