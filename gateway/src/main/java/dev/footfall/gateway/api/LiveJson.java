package dev.footfall.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.gateway.api.LiveFigures.Comparison;
import dev.footfall.gateway.api.LiveFigures.Figure;
import dev.footfall.gateway.api.LiveFigures.ZoneNow;
import dev.footfall.measurement.Measurement;
import dev.footfall.reason.Reason;
import dev.footfall.relay.wire.MeasurementJson;
import dev.footfall.relay.wire.ReasonJson;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The store now, as {@code /api/v1/live} and its event stream tell it. */
record LiveJson(MeasurementJson rows, Supplier<StoreCalendar> calendars, Supplier<String> configuration) {
    private static final Comparison NO_REFERENCE = new Comparison(null, null, null);

    JsonBody of(LiveFigures live, List<StoredAlert> alerts) {
        return JsonBody.object(out -> {
            out.writeStringField("store", rows.store());
            JsonBody.instant(out, "at", live.at());
            out.writeStringField("business_day", live.businessDay().toString());
            opening(out, live);
            out.writeStringField("configuration", configuration.get());
            JsonBody.instant(out, "last_event", live.lastEvent());
            occupancy(out, live);
            figure(out, "arrivals_last_60m", live.arrivalsLast60m());
            figure(out, "first_seen_last_60m", live.firstSeenLast60m());
            figure(out, "footfall_today", live.footfallToday());
            figure(out, "dwell_today", live.dwellToday());
            measurements(out, "hours", live.hours());
            measurements(out, "yesterday_hours", live.yesterday());
            JsonBody.array(out, "zones", live.zones(), zone -> zone(out, zone));
            sources(out, live);
            AlertJson.array(out, alerts);
        });
    }

    private void opening(JsonGenerator out, LiveFigures live) throws IOException {
        StoreCalendar calendar = calendars.get();
        List<Window> spans = calendar.openSpans(calendar.day(live.businessDay()));
        out.writeObjectFieldStart("opening");
        out.writeBooleanField("open_now", spans.stream().anyMatch(span -> span.contains(live.at())));
        JsonBody.array(out, "spans", spans, span -> {
            JsonBody.instant(out, "start", span.start());
            JsonBody.instant(out, "end", span.end());
        });
        out.writeEndObject();
    }

    private static void occupancy(JsonGenerator out, LiveFigures live) throws IOException {
        out.writeObjectFieldStart("occupancy");
        fields(out, live.occupancy());
        JsonBody.number(out, "raw", live.raw());
        JsonBody.whole(out, "capacity", live.capacity());
        out.writeEndObject();
    }

    private static void figure(JsonGenerator out, String name, Figure figure) throws IOException {
        out.writeObjectFieldStart(name);
        fields(out, figure);
        out.writeEndObject();
    }

    private static void fields(JsonGenerator out, Figure figure) throws IOException {
        JsonBody.number(out, "value", figure.value());
        JsonBody.number(out, "low", figure.low());
        JsonBody.number(out, "high", figure.high());
        JsonBody.number(out, "completeness", figure.completeness());
        out.writeStringField("state", figure.state().wireName());
        Reason why = figure.why();
        out.writeStringField("reason", why == null ? null : why.english());
        out.writeFieldName("reasons");
        ReasonJson.write(out, why);
        out.writeObjectFieldStart("compare");
        comparison(out, "yesterday", figure.yesterday());
        comparison(out, "last_week", figure.lastWeek());
        comparison(out, "last_four", figure.lastFour());
        out.writeEndObject();
    }

    private static void comparison(JsonGenerator out, String name, @Nullable Comparison given) throws IOException {
        Comparison comparison = given == null ? NO_REFERENCE : given;
        out.writeObjectFieldStart(name);
        JsonBody.number(out, "value", comparison.value());
        JsonBody.number(out, "delta", comparison.delta());
        JsonBody.number(out, "delta_ratio", comparison.deltaRatio());
        out.writeEndObject();
    }

    private void measurements(JsonGenerator out, String name, List<Measurement> measurements) throws IOException {
        out.writeArrayFieldStart(name);
        for (Measurement row : measurements) {
            rows.write(row, out);
        }
        out.writeEndArray();
    }

    private static void zone(JsonGenerator out, ZoneNow zone) throws IOException {
        out.writeStringField("id", zone.id());
        out.writeStringField("name", zone.name());
        JsonBody.number(out, "present", zone.present());
        JsonBody.number(out, "entries_today", zone.entriesToday());
        JsonBody.number(out, "person_seconds_today", zone.personSecondsToday());
        JsonBody.number(out, "mean_stay_s", zone.meanStaySeconds());
    }

    private static void sources(JsonGenerator out, LiveFigures live) throws IOException {
        out.writeObjectFieldStart("sensors");
        out.writeNumberField("ok", live.sensorsOk());
        out.writeNumberField("total", live.sensorsTotal());
        out.writeEndObject();
        out.writeObjectFieldStart("relay");
        out.writeNumberField("pending", live.relayPending());
        JsonBody.whole(out, "oldest_s", live.relayOldestSeconds());
        out.writeEndObject();
    }
}
