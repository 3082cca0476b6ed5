package dev.footfall.drivers.irisys;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cumulative registers: {@code live_counts} over MQTT, and the count logs of the HTTP push. */
final class Totals {
    private final @Nullable String device;
    private final DecodeContext context;
    private final Register register;

    Totals(@Nullable String device, DecodeContext context) {
        this.device = device;
        this.context = context;
        this.register = new Register(context);
    }

    /** {@code live_counts} has no times and names its registers as {@code counts} does. */
    DecodeResult live(JsonFields root) {
        ReadingList list = new ReadingList();
        for (JsonFields item : root.objects("counts")) {
            String name = item.text("name");
            long value = item.count("count", Long.MAX_VALUE);
            if (item.problem() != null) {
                list.skip(item.problem());
            } else if (register.counts(name, name, list)) {
                list.add(new Reading(counter(name, name, value), null, name, null));
            }
        }
        return list.result(device);
    }

    DecodeResult logs(JsonFields root) {
        ReadingList list = new ReadingList();
        for (JsonFields log : root.objects("CountLogs")) {
            Instant at = time(log);
            List<JsonFields> counts = log.objects("Counts");
            if (log.problem() != null) {
                list.skip(log.problem());
                continue;
            }
            for (JsonFields count : counts) {
                count(log, count, at, list);
            }
        }
        return list.result(device);
    }

    private void count(JsonFields log, JsonFields count, @Nullable Instant at, ReadingList list) {
        String name = count.textOrNull("Name");
        String number = count.textOrNull("RegisterId");
        String id = number != null ? "register-" + number : count.text("Name");
        long value = count.count("Value", Long.MAX_VALUE);
        if (count.problem() != null) {
            list.skip(count.problem());
        } else if (register.counts(id, name, list)) {
            String entry = log.textOrNull("LogEntryId");
            String key = at == null && entry == null ? null : device + "|" + id + "|" + entry + "|" + at + "|" + value;
            list.add(new Reading(counter(id, name, value), at, id, key));
        }
    }

    private Fact counter(String id, @Nullable String name, long value) {
        return register.outward(id, name) ? Fact.Counter.of(0, value) : Fact.Counter.of(value, 0);
    }

    private @Nullable Instant time(JsonFields log) {
        String text = log.textOrNull("Timestamp");
        Instant at = text == null ? null : DeviceTime.inZone(text, context.zone(), context.receivedAt());
        if (at == null && log.has("Timestamp")) {
            log.wrong(Reason.of(
                    log.name("Timestamp"), JsonFields.shown(log.value("Timestamp")), "must be a date and time"));
        }
        return at;
    }
}
