package dev.footfall.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.reason.Place;
import dev.footfall.reason.Sentence;
import dev.footfall.relay.wire.JsonNumber;
import dev.footfall.relay.wire.ReasonJson;
import dev.footfall.time.Window;
import java.io.IOException;
import java.util.List;

/** Sensors, conservation figures and the heat grid on the wire. */
final class HealthJson {
    private HealthJson() {}

    static JsonBody sensors(List<SensorHealth> sensors) {
        return JsonBody.object(out -> JsonBody.array(out, "sensors", sensors, sensor -> sensor(out, sensor)));
    }

    private static void sensor(JsonGenerator out, SensorHealth sensor) throws IOException {
        out.writeStringField("id", sensor.id());
        out.writeStringField("driver", sensor.driver());
        out.writeBooleanField("configured", sensor.configured());
        out.writeStringField("status", sensor.status());
        JsonBody.instant(out, "last_message", sensor.lastMessage());
        JsonBody.number(out, "messages_per_min", sensor.messagesPerMinute());
        out.writeNumberField("messages", sensor.messages());
        out.writeNumberField("duplicates", sensor.duplicates());
        out.writeNumberField("rejected", sensor.rejected());
        out.writeNumberField("quarantined", sensor.quarantined());
        JsonBody.number(out, "clock_skew_s", sensor.clockSkewSeconds());
        JsonBody.array(out, "remarks", sensor.remarks(), remark -> {
            out.writeStringField("code", remark.code());
            out.writeObjectFieldStart("values");
            for (Place place : Sentence.of(remark.why()).places()) {
                out.writeStringField(place.name(), place.english(remark.why()));
            }
            out.writeEndObject();
            out.writeStringField("text", remark.why().english());
            out.writeFieldName("reasons");
            ReasonJson.write(out, remark.why());
        });
        JsonBody.array(out, "refused", sensor.refused(), refused -> {
            JsonBody.instant(out, "at", refused.at());
            out.writeStringField("address", refused.address());
            out.writeStringField("code", refused.code());
            out.writeStringField("reason", refused.reason());
            out.writeStringField("payload", refused.payload());
        });
    }

    static JsonBody ledger(Window window, List<LedgerLine> lines) {
        return JsonBody.object(out -> {
            span(out, window);
            JsonBody.array(out, "ledger", lines, line -> {
                out.writeStringField("source", line.source());
                out.writeNumberField("received", line.received());
                out.writeNumberField("counted", line.counted());
                out.writeNumberField("duplicate", line.duplicate());
                out.writeNumberField("rejected", line.rejected());
                out.writeNumberField("shed", line.shed());
                out.writeNumberField("quarantined", line.quarantined());
                out.writeNumberField("difference", line.difference());
            });
        });
    }

    static JsonBody heat(Window window, HeatGrid grid) {
        return JsonBody.object(out -> {
            span(out, window);
            JsonBody.number(out, "cell_m", grid.cellM());
            out.writeNumberField("columns", grid.columns());
            out.writeNumberField("rows", grid.rows());
            out.writeArrayFieldStart("person_seconds");
            for (double seconds : grid.personSeconds()) {
                out.writeRawValue(JsonNumber.text(seconds));
            }
            out.writeEndArray();
        });
    }

    private static void span(JsonGenerator out, Window window) throws IOException {
        JsonBody.instant(out, "from", window.start());
        JsonBody.instant(out, "to", window.end());
    }
}
