package dev.footfall.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.relay.wire.JsonNumber;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.FloorPlan;
import dev.footfall.store.StoreConfig.Point;
import dev.footfall.store.StoreConfig.Zone;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a screen must know of the configuration: names, clock, languages and the floor. No address, no driver, no secret. */
final class StoreJson {
    private StoreJson() {}

    static JsonBody of(StoreConfig config, @Nullable String picture) {
        StoreConfig.Store store = config.store();
        return JsonBody.object(out -> {
            out.writeStringField("id", store.id());
            out.writeStringField("name", store.name());
            out.writeStringField("time_zone", store.timeZone().getId());
            out.writeStringField("business_day_start", store.businessDayStart().toString());
            languages(out, config);
            JsonBody.whole(out, "capacity", store.capacity());
            JsonBody.number(out, "floor_area_m2", store.floorAreaM2());
            out.writeStringField("currency", store.currency());
            floorPlan(out, config.floorPlan(), picture);
            JsonBody.array(out, "entrances", config.entrances(), entrance -> {
                out.writeStringField("id", entrance.id());
                out.writeStringField("name", entrance.name());
            });
            JsonBody.array(out, "zones", config.zones(), zone -> zone(out, zone));
            JsonBody.array(out, "car_parks", config.carParks(), carPark -> {
                out.writeStringField("id", carPark.id());
                JsonBody.whole(out, "bays", carPark.bays());
            });
            privacy(out, config);
        });
    }

    /** All that the page for shoppers says, and no more: what kinds of things are measured, not where. */
    static JsonBody privacy(StoreConfig config) {
        return JsonBody.object(out -> {
            out.writeStringField("store", config.store().name());
            languages(out, config);
            out.writeNumberField("entrances", config.entrances().size());
            out.writeNumberField("zones", config.zones().size());
            out.writeBooleanField("cars", !config.carParks().isEmpty());
            out.writeBooleanField("sales", config.store().currency() != null);
            privacy(out, config);
        });
    }

    private static void languages(JsonGenerator out, StoreConfig config) throws IOException {
        out.writeArrayFieldStart("languages");
        for (String language : config.kiosk().languages()) {
            out.writeString(language);
        }
        out.writeEndArray();
    }

    /** What shoppers are told of it: how long, how hidden, and from how many people on. */
    private static void privacy(JsonGenerator out, StoreConfig config) throws IOException {
        out.writeObjectFieldStart("privacy");
        out.writeNumberField("keep_days", config.journal().keepDays());
        out.writeStringField(
                "key_rotation", config.privacy().keyRotation().name().toLowerCase(Locale.ROOT));
        out.writeNumberField("small_cell_floor", config.privacy().smallCellFloor());
        out.writeNumberField("returning_days", config.privacy().returningDays());
        out.writeEndObject();
    }

    private static void floorPlan(JsonGenerator out, @Nullable FloorPlan plan, @Nullable String picture)
            throws IOException {
        if (plan == null) {
            out.writeNullField("floor_plan");
            return;
        }
        out.writeObjectFieldStart("floor_plan");
        JsonBody.number(out, "width_m", plan.widthM());
        JsonBody.number(out, "height_m", plan.heightM());
        out.writeStringField("image", picture);
        out.writeEndObject();
    }

    private static void zone(JsonGenerator out, Zone zone) throws IOException {
        out.writeStringField("id", zone.id());
        out.writeStringField("name", zone.name());
        out.writeStringField("kind", zone.kind().name().toLowerCase(Locale.ROOT));
        JsonBody.number(out, "engaged_after_s", zone.engagedAfter().toMillis() / 1000.0);
        out.writeArrayFieldStart("polygon");
        for (Point corner : zone.polygon()) {
            out.writeStartArray();
            out.writeRawValue(JsonNumber.text(corner.x()));
            out.writeRawValue(JsonNumber.text(corner.y()));
            out.writeEndArray();
        }
        out.writeEndArray();
    }
}
