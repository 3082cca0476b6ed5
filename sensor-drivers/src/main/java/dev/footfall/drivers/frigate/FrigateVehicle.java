package dev.footfall.drivers.frigate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.plates.GateOptions;
import dev.footfall.drivers.plates.Plate;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tracked vehicle whose plate was read. Frigate tells it again and again, in updates and in events: all have the track's
 * id, and so the vehicle counts once. A vehicle without a plate does not count: cars that stand in the picture are tracked too.
 */
final class FrigateVehicle {
    private static final Set<String> LABELS = Set.of("car", "truck", "bus", "motorcycle", "license_plate");

    private FrigateVehicle() {}

    static boolean isVehicle(String label) {
        return LABELS.contains(label);
    }

    /** {@code tracked_object_update} of type lpr. */
    static DecodeResult ofUpdate(JsonNode root, DecodeContext context) {
        return of(JsonFields.of(root, ""), "plate", "timestamp", context);
    }

    /** The {@code after} of an event. */
    static DecodeResult ofEvent(JsonFields after, DecodeContext context) {
        return of(after, "recognized_license_plate", "frame_time", context);
    }

    private static DecodeResult of(JsonFields fields, String plateKey, String timeKey, DecodeContext context) {
        String camera = fields.textOrNull("camera");
        Identity plate = Plate.of(plateText(fields.value(plateKey)));
        if (plate == null) {
            return Readings.of(camera, List.of());
        }
        String track = fields.text("id");
        Instant at = FrigateEvent.epoch(fields.value(timeKey));
        if (at == null && fields.has(timeKey)) {
            fields.wrong(Reason.of(
                    fields.name(timeKey), JsonFields.shown(fields.value(timeKey)), "must be a time in epoch seconds"));
        }
        Rejected problem = fields.problem();
        if (problem != null) {
            return problem;
        }
        Fact vehicle = new Fact.Vehicle(GateOptions.direction(context), plate, null);
        return Readings.of(camera, List.of(new Reading(vehicle, at, "", track + "|vehicle")));
    }

    /** A text, or a text with its score. */
    private static @Nullable String plateText(JsonNode plate) {
        JsonNode text = plate.isArray() ? plate.path(0) : plate;
        return text.isTextual() ? text.textValue() : null;
    }
}
