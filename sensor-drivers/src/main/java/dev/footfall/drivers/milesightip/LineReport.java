package dev.footfall.drivers.milesightip;

import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line sections of a push. {@code total} counts persons; {@code group} counts the same persons in groups: not read. */
final class LineReport {
    private static final long NOT_READ = -2;

    private final JsonFields root;
    private final @Nullable String device;
    private final TimeInfo time;
    private final InvertedLines inverted;
    private final LineNames names;
    private final @Nullable String momentText;
    private final @Nullable String startText;
    private final @Nullable String endText;
    private long uptimeSeconds = NOT_READ;

    LineReport(JsonFields root, @Nullable String device, TimeInfo time, InvertedLines inverted) {
        this.root = root;
        this.device = device;
        this.time = time;
        this.inverted = inverted;
        this.names = LineNames.of(root);
        this.momentText = time.moment() == null ? null : time.moment().toString();
        this.startText = text(time.start());
        this.endText = text(time.end());
    }

    void decode(Section section, ReadingList list) {
        List<JsonFields> items = root.objects(section.key());
        for (int i = 0; i < items.size(); i++) {
            JsonFields item = items.get(i);
            Reading reading = reading(section, item, names.name(item, i));
            if (reading != null && item.ok()) {
                list.add(reading);
            } else if (item.problem() != null) {
                list.skip(item.problem());
            }
        }
    }

    private @Nullable Reading reading(Section section, JsonFields item, String line) {
        // Older firmware has the counts beside the line's name instead of inside "total".
        JsonFields total = item.isObject("total") ? item.object("total") : item;
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
                        key(section, line, momentText, "|" + in + "|" + out));
            case PERIODIC ->
                new Reading(
                        Fact.Crossing.interval((int) in, (int) out, time.spanMillis()),
                        time.end(),
                        line,
                        key(section, line, startText, "|" + in + "|" + out));
            case TOTAL ->
                new Reading(
                        new Fact.Counter(in, out, null, 0, uptimeSeconds(), true),
                        time.end(),
                        line,
                        key(section, line, endText, "|" + in + "|" + out));
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

    /** A time as it stands in keys, written once a push. */
    private @Nullable String text(@Nullable Instant at) {
        if (at == null) {
            return null;
        }
        return at.equals(time.moment()) ? momentText : at.toString();
    }

    /**
     * The counts are part of it: a device whose clock stands still sends one window again and again, and those are not
     * repeats.
     */
    private @Nullable String key(Section section, String line, @Nullable String at, String counts) {
        return at == null ? null : device + "|" + line + "|" + section.key() + "|" + at + counts;
    }
}
