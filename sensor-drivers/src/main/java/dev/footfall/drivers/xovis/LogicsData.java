package dev.footfall.drivers.xovis;

import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.lines.LineOptions;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code logics_data}: the counts of windows, and levels at their ends. */
final class LogicsData {
    /** No record is longer than a day; a longer one is a clock that was set in between. */
    private static final Duration LONGEST = Duration.ofHours(25);

    private final JsonFields data;
    private final @Nullable String device;
    private final LineOptions lines;

    LogicsData(JsonFields data, @Nullable String device, LineOptions lines) {
        this.data = data;
        this.device = device;
        this.lines = lines;
    }

    void decode(ReadingList list) {
        List<JsonFields> logics = data.objects("logics");
        for (int i = 0; i < logics.size(); i++) {
            JsonFields logic = logics.get(i);
            if (logic.problem() != null) {
                list.skip(logic.problem());
            }
            for (JsonFields record : logic.objects("records")) {
                record(logic, line(logic, i), record, list);
            }
        }
    }

    static String line(JsonFields logic, int index) {
        String id = logic.textOrNull("id");
        String name = logic.textOrNull("name");
        return "logic-" + (id != null ? id : name != null ? name : Integer.toString(index + 1));
    }

    private void record(JsonFields logic, String line, JsonFields record, ReadingList list) {
        Counts counts = Counts.of(record);
        Instant from = XovisDecoder.time(record, "from");
        Instant to = XovisDecoder.timeOrNote(record, "to");
        if (record.problem() != null) {
            list.skip(record.problem());
            return;
        }
        String name = logic.textOrNull("name");
        if (counts.isLine() && lines.counts(line, name)) {
            boolean swap = lines.swaps(line, name);
            int in = swap ? counts.backward() : counts.forward();
            int out = swap ? counts.forward() : counts.backward();
            add(Fact.Crossing.interval(in, out, span(from, to)), line, from, to, in + "|" + out, list);
        }
        Long level = counts.level();
        if (level != null) {
            Fact fact = Counts.zone(name == null ? line : name, level, record.name("balance"), list);
            add(fact, line, from, to, "level|" + level, list);
        }
        incomplete(record, list);
    }

    /** Fewer samples than there should be: the record counts what was seen, and somebody should know. */
    private static void incomplete(JsonFields record, ReadingList list) {
        double samples = record.value("samples").asDouble(0);
        double expected = record.value("samples_expected").asDouble(0);
        if (record.has("samples") && samples < expected) {
            list.note(record.name("samples") + " [" + record.value("samples").asText() + "] are fewer than the "
                    + record.value("samples_expected").asText() + " expected; the window is incomplete");
        }
    }

    private void add(
            Fact fact, String line, @Nullable Instant from, @Nullable Instant to, String counts, ReadingList list) {
        Instant start = from == null ? to : from;
        String key = start == null ? null : device + "|" + line + "|" + start + "|" + counts;
        list.add(new Reading(fact, to, line, key));
    }

    static long span(@Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return 0;
        }
        Duration span = Duration.between(from, to);
        return span.isNegative() || span.compareTo(LONGEST) > 0 ? 0 : span.toMillis();
    }
}
