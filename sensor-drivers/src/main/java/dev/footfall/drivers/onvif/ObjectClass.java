package dev.footfall.drivers.onvif;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.json.JsonFields;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The object of an event: its id, and whether it is a human, as far as the camera tells. */
record ObjectClass(@Nullable String id, boolean maybeHuman) {
    private static final List<String> HUMANS = List.of("human", "person", "people", "pedestrian", "face", "humanface");

    static ObjectClass of(JsonFields data) {
        // The object stands in an element of its own name, or directly.
        JsonNode outer = data.value("Object");
        JsonNode object = outer.path("Object").isObject() ? outer.path("Object") : outer;
        String id = data.textOrNull("ObjectId");
        String inside = object.path("@ObjectId").asText(object.path("ObjectId").asText(""));
        String name = best(object.path("Appearance").path("Class"));
        boolean human = name.isEmpty() || HUMANS.contains(name.toLowerCase(Locale.ROOT));
        return new ObjectClass(id != null ? id : inside.isEmpty() ? null : inside, human);
    }

    /** The likeliest class: one or several, with or without attributes. */
    private static String best(JsonNode classes) {
        JsonNode types = classes.has("Type") ? classes.path("Type") : classes.path("ClassCandidate");
        if (!types.isArray()) {
            return text(types);
        }
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (JsonNode type : types) {
            double likelihood =
                    type.path("@Likelihood").asDouble(type.path("Likelihood").asDouble(0));
            if (likelihood > most) {
                most = likelihood;
                best = text(type);
            }
        }
        return best;
    }

    private static String text(JsonNode type) {
        return type.isTextual()
                ? type.textValue()
                : type.path("#text").asText(type.path("Type").asText(""));
    }
}
