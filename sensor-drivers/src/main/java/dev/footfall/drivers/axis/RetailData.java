package dev.footfall.drivers.axis;

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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** "Axis Retail Data", the push of the 3D People Counter: counts of windows. {@code adults} are a part of them. */
final class RetailData {
    private static final String ONLY_LINE = "";
    private static final Duration LONGEST = Duration.ofHours(25);

    private final JsonFields data;
    private final JsonFields sensor;
    private final DecodeContext context;
    private final @Nullable String device;

    RetailData(JsonFields root, DecodeContext context) {
        this.data = root.object("data");
        this.sensor = root.object("sensor");
        this.context = context;
        this.device = AxisDecoder.device(sensor.textOrNull("serial"), "");
    }

    DecodeResult decode() {
        ReadingList list = new ReadingList();
        for (JsonFields measurement : data.objects("measurements")) {
            String kind = measurement.textOrNull("kind");
            if (measurement.problem() != null) {
                list.skip(measurement.problem());
            } else if (kind == null || kind.equals("people-counts")) {
                counts(measurement, list);
            }
        }
        return list.result(device);
    }

    private void counts(JsonFields measurement, ReadingList list) {
        int[] ways = {-1, -1};
        for (JsonFields item : measurement.objects("items")) {
            String direction = item.text("direction");
            int way = direction.equals("in") ? 0 : direction.equals("out") ? 1 : -1;
            if (way >= 0 && ways[way] < 0) {
                ways[way] = (int) item.count("count", Integer.MAX_VALUE);
            }
            if (item.problem() != null) {
                measurement.wrong(item.problem().reason());
            }
        }
        Instant from = time(measurement, "utcFrom", "localFrom");
        Instant to = time(measurement, "utcTo", "localTo");
        if (measurement.problem() != null) {
            list.skip(measurement.problem());
        } else if (ways[0] >= 0 || ways[1] >= 0) {
            boolean swap = LineOptions.of(context).swaps(ONLY_LINE, sensor.textOrNull("name"));
            int in = Math.max(0, ways[swap ? 1 : 0]);
            int out = Math.max(0, ways[swap ? 0 : 1]);
            Instant start = from == null ? to : from;
            String key = start == null ? null : device + "|people-counts|" + start + "|" + in + "|" + out;
            list.add(new Reading(Fact.Crossing.interval(in, out, span(from, to)), to, ONLY_LINE, key));
        }
    }

    private static long span(@Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return 0;
        }
        Duration span = Duration.between(from, to);
        return span.isNegative() || span.compareTo(LONGEST) > 0 ? 0 : span.toMillis();
    }

    /** The measurement's time, else the message's; UTC if there is any, else the local one in the sensor's zone. */
    private @Nullable Instant time(JsonFields measurement, String utc, String local) {
        for (JsonFields fields : new JsonFields[] {measurement, data}) {
            Instant at = read(fields.textOrNull(utc), ZoneOffset.UTC);
            at = at == null ? read(fields.textOrNull(local), zone()) : at;
            if (at != null) {
                return at;
            }
        }
        if (measurement.has(utc) || measurement.has(local)) {
            String key = measurement.has(utc) ? utc : local;
            measurement.wrong(Reason.of(
                    measurement.name(key), JsonFields.shown(measurement.value(key)), "must be a date and time"));
        }
        return null;
    }

    private @Nullable Instant read(@Nullable String text, ZoneId zone) {
        return text == null ? null : DeviceTime.inZone(text, zone, context.receivedAt());
    }

    private ZoneId zone() {
        String zone = sensor.textOrNull("timeZone");
        try {
            return zone == null ? context.zone() : ZoneId.of(zone.strip());
        } catch (DateTimeException unknown) {
            return context.zone();
        }
    }
}
