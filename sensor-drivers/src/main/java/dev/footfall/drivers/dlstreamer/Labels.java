package dev.footfall.drivers.dlstreamer;

import com.fasterxml.jackson.databind.JsonNode;

/** What an object was taken for. */
final class Labels {
    private Labels() {}

    static boolean is(JsonNode object, String label) {
        JsonNode detected = object.path("detection").path("label");
        return (detected.isTextual() ? detected : object.path("roi_type"))
                .asText()
                .equals(label);
    }
}
