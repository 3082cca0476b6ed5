package dev.footfall.drivers.milesightlorawan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.lorawan.DecodedFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a decoded object is of these sensors, judged by its names. */
final class MilesightObject {
    private static final int SURE = 88;
    private static final int LIKELY = 65;

    private MilesightObject() {}

    static int score(JsonNode object) {
        DecodedFields fields = DecodedFields.of(object);
        if (MilesightLorawanDriver.hasField(fields.names()) || isHistory(fields.value("history"))) {
            return SURE;
        }
        if (isEvents(fields.value("event"))) {
            return LIKELY;
        }
        boolean room = fields.has("occupancy") && fields.has("calibrationstatus", "distance", "learnstatus");
        return room || (fields.has("totalin") && fields.has("totalout")) ? LIKELY : 0;
    }

    private static boolean isHistory(@Nullable JsonNode history) {
        if (history == null || !history.isArray() || !history.path(0).has("timestamp")) {
            return false;
        }
        List<String> names = new ArrayList<>();
        history.path(0).fieldNames().forEachRemaining(names::add);
        return MilesightLorawanDriver.hasField(names);
    }

    private static boolean isEvents(@Nullable JsonNode events) {
        JsonNode first = events == null ? null : events.path(0);
        return first != null
                && first.has("type")
                && first.path("status").asText("").toLowerCase(Locale.ROOT).contains("alarm");
    }
}
