package dev.footfall.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.alert.Alert;
import dev.footfall.gateway.api.StoredAlert.Acknowledgement;
import dev.footfall.relay.wire.ReasonJson;
import java.io.IOException;
import java.util.List;

/** Exceptions on the wire, the same in {@code live}, {@code alerts} and on the command line. */
public final class AlertJson {
    private AlertJson() {}

    static void array(JsonGenerator out, List<StoredAlert> alerts) throws IOException {
        JsonBody.array(out, "alerts", alerts, alert -> fields(out, alert));
    }

    /** One exception as one line of JSON, without the line's end. */
    public static String line(StoredAlert alert) {
        return JsonBody.object(out -> fields(out, alert)).bytes().toString();
    }

    private static void fields(JsonGenerator out, StoredAlert stored) throws IOException {
        Alert alert = stored.alert();
        out.writeStringField("id", alert.id());
        out.writeStringField("metric", alert.metric().wireName());
        out.writeStringField("scope", alert.scope().wireName());
        JsonBody.instant(out, "start", alert.window().start());
        JsonBody.instant(out, "end", alert.window().end());
        JsonBody.number(out, "value", alert.value());
        JsonBody.number(out, "low", alert.low());
        JsonBody.number(out, "high", alert.high());
        out.writeStringField("kind", alert.kind().wireName());
        JsonBody.instant(out, "raised_at", alert.raisedAt());
        out.writeStringField("reason", alert.reason());
        out.writeBooleanField("open", alert.open());
        acknowledgement(out, stored);
        out.writeFieldName("reasons");
        ReasonJson.write(out, alert.why());
    }

    private static void acknowledgement(JsonGenerator out, StoredAlert stored) throws IOException {
        Acknowledgement by = stored.acknowledgement();
        if (by == null) {
            out.writeNullField("acknowledgement");
            return;
        }
        out.writeObjectFieldStart("acknowledgement");
        JsonBody.instant(out, "at", by.at());
        out.writeStringField("owner", by.owner());
        out.writeStringField("note", by.note());
        out.writeEndObject();
    }
}
