package dev.footfall.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.metrics.stay.StayBins;
import dev.footfall.metrics.stay.Stays;
import dev.footfall.relay.wire.JsonNumber;
import dev.footfall.time.Window;
import java.io.IOException;
import java.util.List;

/** Distributions of length of stay on the wire. */
final class StaysJson {
    private StaysJson() {}

    /** @param least stays of known length from which on a distribution is shown */
    static JsonBody of(Window window, List<Stays> stays, int least) {
        return JsonBody.object(out -> {
            JsonBody.instant(out, "from", window.start());
            JsonBody.instant(out, "to", window.end());
            out.writeArrayFieldStart("bins_from_s");
            for (int bin = 0; bin < StayBins.COUNT; bin++) {
                out.writeNumber(StayBins.from(bin));
            }
            out.writeEndArray();
            out.writeNumberField("least", least);
            JsonBody.array(out, "places", stays, place -> place(out, place, least));
        });
    }

    private static void place(JsonGenerator out, Stays place, int least) throws IOException {
        double known = place.n();
        out.writeStringField("scope", place.scope().wireName());
        out.writeStringField("basis", place.basis().wireName());
        JsonBody.number(out, "visits", place.visits());
        JsonBody.number(out, "n", known);
        JsonBody.number(out, "covered", place.visits() > 0 ? Math.min(1, known / place.visits()) : null);
        if (known < least) {
            out.writeNullField("counts");
            return;
        }
        out.writeArrayFieldStart("counts");
        for (double count : place.bins()) {
            out.writeRawValue(JsonNumber.text(count));
        }
        out.writeEndArray();
    }
}
