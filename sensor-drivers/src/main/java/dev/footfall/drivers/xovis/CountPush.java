package dev.footfall.drivers.xovis;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.lines.LineOptions;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The count push of version 4: elements with measurements, each the counts of a window. */
final class CountPush {
    private final JsonFields root;
    private final DecodeContext context;
    private final LineOptions lines;
    private final @Nullable String device;

    CountPush(JsonFields root, DecodeContext context) {
        this.root = root;
        this.context = context;
        this.lines = LineOptions.of(context);
        this.device = XovisDecoder.device(root.object("sensor-info").textOrNull("serial-number"));
    }

    DecodeResult decode() {
        ReadingList list = new ReadingList();
        List<JsonFields> elements = root.object("content").objects("element");
        for (int i = 0; i < elements.size(); i++) {
            JsonFields element = elements.get(i);
            if (element.problem() != null) {
                list.skip(element.problem());
            }
            for (JsonFields measurement : element.objects("measurement")) {
                measurement(element, i, measurement, list);
            }
        }
        return list.result(device);
    }

    private void measurement(JsonFields element, int index, JsonFields measurement, ReadingList list) {
        int[] ways = {-1, -1};
        Long level = null;
        for (JsonFields value : measurement.objects("value")) {
            String label = value.textOrNull("label");
            Direction way = Direction.ofCounter(label);
            if (way != null && ways[way.ordinal()] < 0) {
                ways[way.ordinal()] = (int) value.count("value", Integer.MAX_VALUE);
            } else if (Counts.isLevel(label)) {
                level = Counts.level(value, "value");
            }
            if (value.problem() != null) {
                measurement.wrong(value.problem().reason());
            }
        }
        Instant from = time(measurement, "from");
        Instant to = time(measurement, "to");
        if (measurement.problem() != null) {
            list.skip(measurement.problem());
            return;
        }
        String id = element.textOrNull("element-id");
        String name = element.textOrNull("element-name");
        String line = "element-" + (id != null ? id : name != null ? name : Integer.toString(index));
        if ((ways[0] >= 0 || ways[1] >= 0) && lines.counts(line, name)) {
            boolean swap = lines.swaps(line, name);
            int in = Math.max(0, ways[swap ? 1 : 0]);
            int out = Math.max(0, ways[swap ? 0 : 1]);
            Fact fact = Fact.Crossing.interval(in, out, LogicsData.span(from, to));
            list.add(reading(fact, line, from, to, in + "|" + out));
        }
        if (level != null) {
            Fact fact = Counts.zone(name == null ? line : name, level, measurement.name("value"), list);
            list.add(reading(fact, line, from, to, "level|" + level));
        }
    }

    private Reading reading(Fact fact, String line, @Nullable Instant from, @Nullable Instant to, String words) {
        Instant start = from == null ? to : from;
        String key = start == null ? null : device + "|" + line + "|" + start + "|" + words;
        return new Reading(fact, to == null ? from : to, line, key);
    }

    private @Nullable Instant time(JsonFields fields, String key) {
        String text = fields.textOrNull(key);
        Instant at = text == null ? null : DeviceTime.inZone(text, zone(), context.receivedAt());
        if (at == null && fields.has(key)) {
            fields.wrong(Reason.of(fields.name(key), JsonFields.shown(fields.value(key)), "must be a date and time"));
        }
        return at;
    }

    /** The sensor's own zone, for times without an offset. */
    private ZoneId zone() {
        String zone = root.object("sensor-time").textOrNull("timezone");
        try {
            return zone == null ? context.zone() : ZoneId.of(zone.strip());
        } catch (DateTimeException unknown) {
            return context.zone();
        }
    }
}
