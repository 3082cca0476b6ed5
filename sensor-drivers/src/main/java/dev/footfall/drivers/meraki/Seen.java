package dev.footfall.drivers.meraki;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.Numbers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When one device was heard last, and how strongly.
 *
 * @param at null if the record holds no time: it is useless then
 * @param timeKey where the time should have been
 * @param signal the signal as written, missing if there is none
 */
record Seen(@Nullable Instant at, String timeKey, JsonNode signal) {

    /** An observation of version 2: {@code seenEpoch} 0 or null marks a useless record, whatever {@code seenTime} says. */
    static Seen version2(JsonFields item) {
        JsonNode epoch = item.value("seenEpoch");
        boolean useless = epoch.isNull() || Numbers.real(epoch) == 0;
        Instant at = useless ? null : epochOrText(epoch, item.value("seenTime"));
        return new Seen(at, "seenEpoch", item.value("rssi"));
    }

    /** An observation of version 3: its latest record, else the latest of its locations with the strongest signal. */
    static Seen version3(JsonFields item) {
        JsonNode latest = item.value("latestRecord");
        Instant at = positive(latest.path("time"));
        return at == null
                ? latestLocation(item.value("locations"))
                : new Seen(at, "latestRecord.time", signal(latest, item));
    }

    boolean rssiWritten() {
        return !signal.isMissingNode() && !signal.isNull();
    }

    String rssiShown() {
        return JsonFields.shown(signal);
    }

    @Nullable
    Integer rssi() {
        return Numbers.whole(signal, -127, 120);
    }

    private static JsonNode signal(JsonNode latest, JsonFields item) {
        JsonNode nearest = latest.path("nearestApRssi");
        return nearest.isMissingNode() || nearest.isNull() ? latestLocation(item.value("locations")).signal : nearest;
    }

    private static Seen latestLocation(JsonNode locations) {
        Seen last = new Seen(null, "latestRecord.time", MissingNode.getInstance());
        for (JsonNode location : locations) {
            Instant at = positive(location.path("time"));
            if (at != null && (last.at == null || at.isAfter(last.at))) {
                last = new Seen(at, "latestRecord.time", strongest(location.path("rssiRecords")));
            }
        }
        return last;
    }

    private static JsonNode strongest(JsonNode records) {
        JsonNode best = MissingNode.getInstance();
        for (JsonNode record : records) {
            JsonNode signal = record.path("rssi");
            if (best.isMissingNode() || Numbers.real(signal) > Numbers.real(best)) {
                best = signal;
            }
        }
        return best;
    }

    private static @Nullable Instant epochOrText(JsonNode epoch, JsonNode text) {
        Instant at = positive(epoch);
        return at == null ? Numbers.time(text) : at;
    }

    private static @Nullable Instant positive(JsonNode value) {
        return Numbers.real(value) == 0 ? null : Numbers.time(value);
    }
}
