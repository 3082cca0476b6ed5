package dev.footfall.drivers.openmqttgateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.json.Numbers;
import java.util.List;
import java.util.Set;

/** Tells what hangs on a wall or a shelf from what people carry. */
final class Equipment {
    /** Kinds of decoded devices that people carry; all other kinds are sensors. */
    private static final Set<String> CARRIED = Set.of("", "TRACK", "RMAC", "PHONE", "BCON");

    private static final List<String> MEASURED =
            List.of("tempc", "tempf", "hum", "moi", "lux", "fer", "pres", "weight", "volt", "power", "contact", "open");

    private Equipment() {}

    /** True for a sensor that reports what it measured, and for a beacon with a maker's address. */
    static boolean isFixed(JsonNode root) {
        if (!CARRIED.contains(root.path("type").asText(""))) {
            return true;
        }
        for (String key : MEASURED) {
            if (root.has(key)) {
                return true;
            }
        }
        Integer kind = Numbers.whole(root.path("mac_type"), 0, 3);
        boolean beacon = root.path("model_id").asText("").equals("IBEACON")
                || root.path("type").asText("").equals("BCON");
        return beacon && kind != null && kind == 0;
    }
}
