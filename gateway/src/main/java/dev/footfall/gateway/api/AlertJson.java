package dev.footfall.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Exceptions on the wire, the same in {@code live} and {@code alerts}. */
final class AlertJson {
    private AlertJson() {}

    static void array(JsonGenerator out, List<Alert> alerts) throws IOException {
        JsonBody.array(out, "alerts", alerts, alert -> {
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
        });
    }
}
