package dev.footfall.drivers.terabee;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both models send totals; they only call them by other names. */
final class TerabeeDecoder {
    private TerabeeDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> root(JsonFields.of(read.root(), ""), context);
        };
    }

    private static DecodeResult root(JsonFields root, DecodeContext context) {
        if (root.has("count_in") || root.has("count_out")) {
            return totals(root, "device_id", "timestamp", root, "count_in", "count_out", context);
        }
        if (root.has("uid") && root.has("type")) {
            boolean counters = "counters".equals(root.textOrNull("type"));
            return counters && root.isObject("value")
                    ? totals(root, "uid", "time", root.object("value"), "in", "out", context)
                    : other(root, counters);
        }
        return new Rejected(
                Code.WRONG_FORMAT,
                "the object has neither uid and type (model M) nor count_in and count_out (L-XL); it is no Terabee count");
    }

    private static DecodeResult other(JsonFields root, boolean counters) {
        return counters
                ? new Rejected(
                        Code.WRONG_VALUE,
                        Reason.of("value", JsonFields.shown(root.value("value")), "must be an object with in and out"))
                : Readings.of(root.textOrNull("uid"), List.of());
    }

    private static DecodeResult totals(
            JsonFields root,
            String id,
            String time,
            JsonFields counts,
            String inKey,
            String outKey,
            DecodeContext context) {
        long in = counts.countOfPair(inKey, outKey, Long.MAX_VALUE);
        long out = counts.countOfPair(outKey, inKey, Long.MAX_VALUE);
        Instant at = time(root, time, context);
        Rejected problem = root.problem();
        if (problem != null) {
            return problem;
        }
        String device = root.textOrNull(id);
        String key = at == null ? null : device + "|" + at + "|" + in + "|" + out;
        return Readings.of(device, List.of(new Reading(Fact.Counter.of(in, out), at, "", key)));
    }

    /** Epoch seconds in a text, or a date and time. A clock that was never set is in the year 2000, which admission sees. */
    private static @Nullable Instant time(JsonFields root, String key, DecodeContext context) {
        Instant at = root.value(key).isNumber()
                ? DeviceTime.epoch(root.value(key).doubleValue())
                : text(root.textOrNull(key), context);
        if (at == null && root.has(key)) {
            root.wrong(Reason.of(
                    key, JsonFields.shown(root.value(key)), "must be epoch seconds or a date and time; set the clock"));
        }
        return at;
    }

    private static @Nullable Instant text(@Nullable String text, DecodeContext context) {
        return text == null ? null : DeviceTime.inZone(text, context.zone(), context.receivedAt());
    }
}
