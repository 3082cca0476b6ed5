package dev.footfall.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.gateway.api.Problem.Violation;
import dev.footfall.gateway.setup.Draft;
import dev.footfall.gateway.setup.Draft.Line;
import dev.footfall.gateway.setup.Draft.Plan;
import dev.footfall.gateway.setup.Draft.Spot;
import dev.footfall.gateway.setup.Draft.Zone;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A draft of the set-up as JSON, both ways. Reading judges the shape only; what it means is for the configuration's loader. */
final class DraftJson {
    private static final int LONGEST = 400;
    private static final int MOST = 2000;
    private static final double FAR = 1e6;

    private final List<Violation> violations = new ArrayList<>();

    private DraftJson() {}

    /** What was read, and what was no draft of it. */
    record Read(Draft draft, List<Violation> violations) {}

    static Read read(JsonObject body) {
        DraftJson json = new DraftJson();
        Draft draft = new Draft(
                json.text(body, "", "capacity"),
                json.plan(body),
                json.texts(body, "hours"),
                json.texts(body, "exceptions"),
                json.list(body, "zones", json::zone),
                json.list(body, "lines", json::line),
                json.places(body));
        return new Read(draft, List.copyOf(json.violations));
    }

    private Plan plan(JsonObject body) {
        JsonObject plan = object(body, "floor_plan");
        return new Plan(
                text(plan, "floor_plan", "image"),
                text(plan, "floor_plan", "width_m"),
                text(plan, "floor_plan", "height_m"));
    }

    private Zone zone(JsonObject zone, String at) {
        JsonArray corners = zone.getValue("polygon") instanceof JsonArray list ? list : new JsonArray();
        List<Spot> polygon = new ArrayList<>();
        for (int i = 0; i < Math.min(corners.size(), MOST); i++) {
            polygon.add(spot(corners.getValue(i), at + ".polygon[" + i + "]"));
        }
        return new Zone(
                text(zone, at, "id"),
                text(zone, at, "name"),
                text(zone, at, "kind"),
                text(zone, at, "engaged_after"),
                polygon);
    }

    private Line line(JsonObject line, String at) {
        return new Line(
                text(line, at, "id"),
                spot(line.getValue("from"), at + ".from"),
                spot(line.getValue("to"), at + ".to"),
                text(line, at, "entrance"));
    }

    private Map<String, Spot> places(JsonObject body) {
        Map<String, Spot> places = new LinkedHashMap<>();
        object(body, "places")
                .forEach(each -> places.put(each.getKey(), spot(each.getValue(), "places." + each.getKey())));
        return places;
    }

    private Map<String, String> texts(JsonObject body, String key) {
        JsonObject given = object(body, key);
        Map<String, String> texts = new LinkedHashMap<>();
        given.fieldNames().forEach(name -> texts.put(name, text(given, key, name)));
        return texts;
    }

    private JsonObject object(JsonObject body, String key) {
        if (body.getValue(key) instanceof JsonObject object && object.size() <= MOST) {
            return object;
        }
        violations.add(new Violation(key, "", "must be an object with at most " + MOST + " entries"));
        return new JsonObject();
    }

    private <T> List<T> list(JsonObject body, String key, BiFunction<JsonObject, String, T> read) {
        List<T> items = new ArrayList<>();
        if (!(body.getValue(key) instanceof JsonArray list) || list.size() > MOST) {
            violations.add(new Violation(key, "", "must be a list of at most " + MOST + " objects"));
            return items;
        }
        for (int i = 0; i < list.size(); i++) {
            String at = key + "[" + i + "]";
            if (list.getValue(i) instanceof JsonObject item) {
                items.add(read.apply(item, at));
            } else {
                violations.add(new Violation(at, "", "must be an object"));
            }
        }
        return items;
    }

    private String text(JsonObject from, String at, String key) {
        if (from.getValue(key) instanceof String text && text.length() <= LONGEST) {
            return text;
        }
        String path = at.isEmpty() ? key : at + "." + key;
        violations.add(new Violation(path, "", "must be text of at most " + LONGEST + " characters"));
        return "";
    }

    private Spot spot(@Nullable Object value, String at) {
        if (value instanceof JsonArray pair
                && pair.size() == 2
                && pair.getValue(0) instanceof Number x
                && pair.getValue(1) instanceof Number y
                && Math.abs(x.doubleValue()) <= FAR
                && Math.abs(y.doubleValue()) <= FAR) {
            return new Spot(BigDecimal.valueOf(x.doubleValue()), BigDecimal.valueOf(y.doubleValue()));
        }
        violations.add(new Violation(at, "", "must be [x, y] in metres"));
        return new Spot(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    static void write(JsonGenerator out, Draft draft) throws IOException {
        out.writeStringField("capacity", draft.capacity());
        out.writeObjectFieldStart("floor_plan");
        out.writeStringField("image", draft.plan().image());
        out.writeStringField("width_m", draft.plan().widthM());
        out.writeStringField("height_m", draft.plan().heightM());
        out.writeEndObject();
        writeTexts(out, "hours", draft.hours());
        writeTexts(out, "exceptions", draft.exceptions());
        JsonBody.array(out, "zones", draft.zones(), zone -> {
            out.writeStringField("id", zone.id());
            out.writeStringField("name", zone.name());
            out.writeStringField("kind", zone.kind());
            out.writeStringField("engaged_after", zone.engagedAfter());
            out.writeArrayFieldStart("polygon");
            for (Spot corner : zone.polygon()) {
                writeSpot(out, corner);
            }
            out.writeEndArray();
        });
        JsonBody.array(out, "lines", draft.lines(), line -> {
            out.writeStringField("id", line.id());
            out.writeFieldName("from");
            writeSpot(out, line.from());
            out.writeFieldName("to");
            writeSpot(out, line.to());
            out.writeStringField("entrance", line.entrance());
        });
        out.writeObjectFieldStart("places");
        for (Map.Entry<String, Spot> place : draft.places().entrySet()) {
            out.writeFieldName(place.getKey());
            writeSpot(out, place.getValue());
        }
        out.writeEndObject();
    }

    private static void writeTexts(JsonGenerator out, String field, Map<String, String> texts) throws IOException {
        out.writeObjectFieldStart(field);
        for (Map.Entry<String, String> each : texts.entrySet()) {
            out.writeStringField(each.getKey(), each.getValue());
        }
        out.writeEndObject();
    }

    private static void writeSpot(JsonGenerator out, Spot spot) throws IOException {
        out.writeStartArray();
        out.writeRawValue(spot.x().toPlainString());
        out.writeRawValue(spot.y().toPlainString());
        out.writeEndArray();
    }
}
