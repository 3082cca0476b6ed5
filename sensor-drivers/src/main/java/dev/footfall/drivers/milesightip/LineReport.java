package dev.footfall.drivers.milesightip;

import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The line sections of a push. {@code total} counts persons; {@code group} counts the same persons in groups: not read. */
final class LineReport {
    private static final long NOT_READ = -2;

    private final JsonFields root;
    private final @Nullable String device;
    private final TimeInfo time;
    private final InvertedLines inverted;
    private final Map<Section, List<JsonFields>> items = new EnumMap<>(Section.class);
    private final LineNames names;
    private long uptimeSeconds = NOT_READ;

    LineReport(JsonFields root, @Nullable String device, TimeInfo time, InvertedLines inverted) {
        this.root = root;
        this.device = device;
        this.time = time;
        this.inverted = inverted;
        for (Section section : Section.ALL) {
            if (root.has(section.key())) {
                items.put(section, root.objects(section.key()));
            }
        }
        this.names = LineNames.of(items.values());
    }

    void decode(ReadingList list) {
        items.forEach((section, lines) -> decode(section, lines, list));
    }

    private void decode(Section section, List<JsonFields> lines, ReadingList list) {
        for (int i = 0; i < lines.size(); i++) {
            JsonFields item = lines.get(i);
            Reading reading = reading(section, item, names.name(item, i));
            if (reading != null && item.ok()) {
                list.add(reading);
                staff(section, item, reading.line(), list);
            } else if (item.problem() != null) {
                list.skip(item.problem());
            }
        }
    }

    /** With staff recognition on, {@code staff} beside {@code total} says how many of the total are staff. */
    private void staff(Section section, JsonFields item, String line, ReadingList list) {
        if (!item.isObject("staff")) {
            return;
        }
        Reading staff = reading(section, item, item.object("staff"), line);
        if (staff != null && item.ok()) {
            String key = staff.key();
            list.add(new Reading(
                    new Fact.OfStaff(staff.fact()), staff.deviceTime(), line, key == null ? null : key + "|staff"));
        } else if (item.problem() != null) {
            list.skip(item.problem());
        }
    }

    private @Nullable Reading reading(Section section, JsonFields item, String line) {
        // Older firmware has the counts beside the line's name instead of inside "total".
        return reading(section, item, item.isObject("total") ? item.object("total") : item, line);
    }

    private @Nullable Reading reading(Section section, JsonFields item, JsonFields total, String line) {
        long most = section == Section.TOTAL ? Long.MAX_VALUE : Integer.MAX_VALUE;
        long in = total.countOfPair(section.in(), section.out(), most);
        long out = total.countOfPair(section.out(), section.in(), most);
        if (time.problem() != null) {
            item.wrong(time.problem());
        }
        if (!item.ok()) {
            return null;
        }
        boolean swap = inverted.contains(item.textOrNull("line"), line);
        return reading(section, line, swap ? out : in, swap ? in : out);
    }

    private Reading reading(Section section, String line, long in, long out) {
        return switch (section) {
            case TRIGGER ->
                new Reading(
                        Fact.Crossing.event((int) in, (int) out),
                        time.moment(),
                        line,
                        key(section, line, time.moment(), in, out));
            case PERIODIC ->
                new Reading(
                        Fact.Crossing.interval((int) in, (int) out, time.spanMillis()),
                        time.end(),
                        line,
                        key(section, line, time.start(), in, out));
            case TOTAL ->
                new Reading(
                        new Fact.Counter(in, out, null, 0, uptimeSeconds(), true),
                        time.end(),
                        line,
                        key(section, line, time.end(), in, out));
        };
    }

    private long uptimeSeconds() {
        if (uptimeSeconds == NOT_READ) {
            JsonFields info = JsonFields.of(root.value("device_info"), "device_info");
            long uptime = info.has("running_time") ? info.count("running_time", Long.MAX_VALUE) : -1;
            uptimeSeconds = info.ok() ? uptime : -1;
        }
        return uptimeSeconds;
    }

    /**
     * The counts are part of it: a device whose clock stands still sends one window again and again, and those are not
     * repeats.
     */
    private @Nullable String key(Section section, String line, @Nullable Instant at, long in, long out) {
        return at == null
                ? null
                : device + "|" + line + "|" + section.key() + "|" + at.toEpochMilli() + "|" + in + "|" + out;
    }
}
