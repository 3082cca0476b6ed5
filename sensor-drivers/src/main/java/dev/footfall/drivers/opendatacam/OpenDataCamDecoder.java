package dev.footfall.drivers.opendatacam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Totals of the running recording, or the single crossings of one. Objects in the picture have no place on the floor. */
final class OpenDataCamDecoder {
    private static final String SUMMARY = "counterSummary";
    private static final String HISTORY = "counterHistory";
    private static final String TOTAL = "_total";
    private static final String PERSON = "person";
    private static final Set<String> VEHICLES = Set.of("car", "truck", "bus", "motorbike", "motorcycle");
    private static final int MOST_AREAS = 200;
    private static final int MOST_CROSSINGS = 2000;

    private final Areas areas;
    private final String counted;
    private final ReadingList list = new ReadingList();
    private int crossings;

    private OpenDataCamDecoder(DecodeContext context) {
        this.areas = Areas.of(context);
        this.counted = context.option(OpenDataCamDriver.CLASS, OpenDataCamDriver.AUTO);
    }

    static DecodeResult decode(Message message, DecodeContext context) {
        Rejected tooLarge = PayloadLimit.refusal(message.payload());
        if (tooLarge != null) {
            return tooLarge;
        }
        return switch (JsonTree.value(EventStream.lastEvent(message.payload()))) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> new OpenDataCamDecoder(context).decode(read.root());
        };
    }

    private DecodeResult decode(JsonNode root) {
        boolean familiar = false;
        if (root.isArray()) {
            for (JsonNode item : root) {
                familiar |= part(item);
            }
            familiar |= root.isEmpty();
        } else {
            familiar = part(root);
        }
        return familiar
                ? list.result(null)
                : new Rejected(
                        Code.WRONG_FORMAT,
                        "the JSON has neither counterSummary nor counterHistory nor crossings of OpenDataCam");
    }

    private boolean part(JsonNode part) {
        if (!part.path(HISTORY).isEmpty()) {
            String recording = text(part.path("_id"));
            part.path(HISTORY).forEach(item -> crossing(item, recording));
            return true;
        }
        if (part.path(SUMMARY).isObject()) {
            summary(part);
            return true;
        }
        if (part.has("area") && (part.has("countingDirection") || part.has("frameId"))) {
            crossing(part, text(part.path("recordingId")));
            return true;
        }
        return part.has("trackerDataForLastFrame") || (part.has("objects") && part.has("recordingId"));
    }

    private void summary(JsonNode part) {
        String recording = text(part.path("appState").path("recordingStatus").path("recordingId"));
        recording = recording == null ? text(part.path("_id")) : recording;
        int number = 0;
        for (Map.Entry<String, JsonNode> area : part.path(SUMMARY).properties()) {
            if (number++ == MOST_AREAS) {
                list.skip(Code.TOO_LARGE, SUMMARY + " has more than " + MOST_AREAS + " areas; the others are left out");
                return;
            }
            total(area.getKey(), area.getValue(), recording);
        }
    }

    private void total(String area, JsonNode classes, @Nullable String recording) {
        JsonFields fields = JsonFields.of(classes, Reason.shown(area));
        // A class that was not seen yet is left out by OpenDataCam: none so far.
        String word = !counted.equals(OpenDataCamDriver.AUTO) ? counted : fields.has(PERSON) ? PERSON : TOTAL;
        long count = fields.has(word) ? fields.count(word, Long.MAX_VALUE) : 0;
        Rejected problem = fields.problem();
        if (!classes.isObject()) {
            list.skip(Code.WRONG_VALUE, SUMMARY + "." + Reason.shown(area) + " must be an object of counts by class");
        } else if (problem != null) {
            list.skip(problem);
        } else {
            Fact fact = areas.total(area, count, recording);
            if (fact != null) {
                list.add(new Reading(fact, null, area, null));
            }
        }
    }

    private void crossing(JsonNode item, @Nullable String recording) {
        String name = text(item.path("name"));
        boolean auto = counted.equals(OpenDataCamDriver.AUTO);
        boolean vehicle = auto && name != null && VEHICLES.contains(name);
        if (!vehicle && !counted.equals(TOTAL) && !(auto ? PERSON : counted).equals(name)) {
            return;
        }
        if (crossings++ == MOST_CROSSINGS) {
            list.skip(Code.TOO_LARGE, "more than " + MOST_CROSSINGS + " crossings in one message; send fewer at once");
        }
        if (crossings > MOST_CROSSINGS) {
            return;
        }
        JsonFields fields = JsonFields.of(item, "crossing");
        String area = fields.text("area");
        Instant at = time(fields);
        Rejected problem = fields.problem();
        Fact.Crossing crossed = areas.crossing(area, text(item.path("countingDirection")));
        Fact fact = crossed == null || !vehicle
                ? crossed
                : new Fact.Vehicle(crossed.in() > 0 ? Fact.Direction.IN : Fact.Direction.OUT, null, null);
        if (problem != null) {
            list.skip(problem);
        } else if (fact == null) {
            list.skip(
                    Code.MISSING_FIELD,
                    "crossing.countingDirection is missing; list the area under option in-areas or out-areas");
        } else {
            String track = fields.textOrNull("id");
            String key = track == null ? null : recording + "|" + area + "|" + track + "|" + at;
            list.add(new Reading(fact, at, area, key));
        }
    }

    private static @Nullable Instant time(JsonFields fields) {
        JsonNode value = fields.value("timestamp");
        Instant at = value.isTextual()
                ? DeviceTime.withOffset(value.textValue())
                : value.isNumber() ? DeviceTime.epoch(value.doubleValue()) : null;
        if (at == null && fields.has("timestamp")) {
            fields.wrong(Reason.of(fields.name("timestamp"), JsonFields.shown(value), "must be a date and time"));
        }
        return at;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }
}
