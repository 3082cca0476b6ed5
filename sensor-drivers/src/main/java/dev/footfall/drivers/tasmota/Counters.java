package dev.footfall.drivers.tasmota;

import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.observation.Fact;
import org.jspecify.annotations.Nullable;

/** The counters of one message, in the present spelling ({@code COUNTER.C1}) or the old one ({@code Counter1}). */
final class Counters {
    private final JsonFields modern;
    private final JsonFields old;

    private Counters(JsonFields modern, JsonFields old) {
        this.modern = modern;
        this.old = old;
    }

    static Counters of(JsonFields sensors) {
        if (sensors.has("COUNTER") && !sensors.isObject("COUNTER")) {
            sensors.wrong(Reason.of("COUNTER", JsonFields.shown(sensors.value("COUNTER")), "must be an object"));
        }
        return new Counters(sensors.object("COUNTER"), sensors);
    }

    boolean isEmpty() {
        for (int i = 1; i <= 8; i++) {
            if (has("C" + i)) {
                return false;
            }
        }
        return true;
    }

    /** What the counters say under these options; null if the ones asked for are not there. */
    @Nullable
    Fact fact(TasmotaOptions options) {
        String both = options.both();
        if (both != null) {
            return has(both) ? breaks(both) : null;
        }
        String in = present(options.in());
        String out = present(options.out());
        if (in == null && out == null) {
            return null;
        }
        if ((in == null || out == null) && !options.directionConfigured()) {
            // One beam counts breaks and cannot tell which way; only the owner can say that it is a one-way door.
            return breaks(in == null ? out : in);
        }
        return Fact.Counter.of(in == null ? 0 : value(in), out == null ? 0 : value(out));
    }

    @Nullable
    Rejected problem() {
        return old.problem();
    }

    private Fact breaks(@Nullable String counter) {
        return new Fact.Counter(counter == null ? 0 : value(counter), 0, null, 0, -1, false);
    }

    private @Nullable String present(@Nullable String counter) {
        return counter != null && has(counter) ? counter : null;
    }

    private boolean has(String counter) {
        return modern.has(counter) || old.has(oldName(counter));
    }

    private long value(String counter) {
        return modern.has(counter)
                ? modern.count(counter, Long.MAX_VALUE)
                : old.count(oldName(counter), Long.MAX_VALUE);
    }

    private static String oldName(String counter) {
        return "Counter" + counter.substring(1);
    }
}
