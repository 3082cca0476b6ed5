package dev.footfall.drivers.dahua;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.lines.LineOptions;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hourly windows of every channel and area. The answer does not say which recorder gave it. */
final class DahuaDecoder {
    private static final Duration LONGEST = Duration.ofHours(25);

    private final DecodeContext context;
    private final LineOptions lines;

    private DahuaDecoder(DecodeContext context) {
        this.context = context;
        this.lines = LineOptions.of(context);
    }

    static DecodeResult decode(Message message, DecodeContext context) {
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> new DahuaDecoder(context).answer(JsonFields.of(read.root(), ""));
        };
    }

    private DecodeResult answer(JsonFields root) {
        if (!root.isObject("params")) {
            return new Rejected(
                    Code.WRONG_FORMAT, "the object has no params; it is no answer of videoStatServer.doFind");
        }
        ReadingList list = new ReadingList();
        for (JsonFields row : root.object("params").objects("info")) {
            row(row, list);
        }
        return list.result(null);
    }

    private void row(JsonFields row, ReadingList list) {
        int entered = (int) row.countOfPair("EnteredSubtotal", "ExitedSubtotal", Integer.MAX_VALUE);
        int exited = (int) row.countOfPair("ExitedSubtotal", "EnteredSubtotal", Integer.MAX_VALUE);
        Instant start = time(row, "StartTime");
        Instant end = exclusive(time(row, "EndTime"));
        if (row.ok() && end == null) {
            row.wrong(row.name("EndTime") + " is missing; it is not known which hour this is");
        }
        if (row.problem() != null || end == null) {
            if (row.problem() != null) {
                list.skip(row.problem());
            }
            return;
        }
        String line = line(row);
        if (!lines.counts(line, null)) {
            return;
        }
        if (end.isAfter(context.receivedAt())) {
            // It grows until the hour is over, and what was counted once cannot be taken back.
            list.leave(row.name("EndTime") + " [" + row.value("EndTime").asText()
                    + "] is still to come; the running hour is counted when it is over");
            return;
        }
        boolean swap = lines.swaps(line, null);
        Fact fact = Fact.Crossing.interval(swap ? exited : entered, swap ? entered : exited, span(start, end));
        // Without the counts: a window that was asked for twice is the same window.
        list.add(new Reading(fact, end, line, line + "|" + (start == null ? end : start)));
    }

    private static String line(JsonFields row) {
        String channel = row.textOrNull("Channel");
        String area = row.textOrNull("AreaID");
        return "channel-" + (channel == null ? "0" : channel) + (area == null ? "" : "/area-" + area);
    }

    /** Some models give the last second of the hour, others the first of the next. */
    private static @Nullable Instant exclusive(@Nullable Instant end) {
        return end != null && end.getEpochSecond() % 60 == 59 ? end.plusSeconds(1) : end;
    }

    private static long span(@Nullable Instant start, Instant end) {
        Duration span = start == null ? Duration.ZERO : Duration.between(start, end);
        return span.isNegative() || span.compareTo(LONGEST) > 0 ? 0 : span.toMillis();
    }

    /** Local time without a zone: the store's. */
    private @Nullable Instant time(JsonFields row, String key) {
        String text = row.textOrNull(key);
        Instant at = text == null ? null : DeviceTime.inZone(text, context.zone(), context.receivedAt());
        if (at == null && row.has(key)) {
            row.wrong(Reason.of(row.name(key), JsonFields.shown(row.value(key)), "must be a date and time"));
        }
        return at;
    }
}
