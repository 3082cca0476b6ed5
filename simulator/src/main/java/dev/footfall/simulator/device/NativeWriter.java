package dev.footfall.simulator.device;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.simulator.visit.DayPlan;
import java.io.IOException;
import java.time.Instant;

/** Messages in the product's own format, with a heartbeat every minute. */
final class NativeWriter {
    private static final long HEARTBEAT_MILLIS = 60_000;

    private final Site site;
    private final String topic;

    NativeWriter(Site site) {
        this.site = site;
        String id = site.id().value();
        this.topic = site.topic(id, id, "footfall/in/" + id);
    }

    /** The fields of a message besides {@code type} and {@code at}. */
    interface Fields {
        void write(JsonGenerator out) throws IOException;
    }

    void add(Outbox outbox, long at, String type, Fields fields) {
        outbox.add(at, arrival -> message(arrival, Json.object(out -> head(out, at, type, fields))));
    }

    void heartbeats(Outbox outbox, DayPlan plan) {
        for (long at = plan.start() + HEARTBEAT_MILLIS; at <= plan.end(); at += HEARTBEAT_MILLIS) {
            long moment = at;
            add(outbox, at, "heartbeat", out -> out.writeNumberField("uptime_s", site.uptimeSeconds(moment)));
        }
    }

    private void head(JsonGenerator out, long at, String type, Fields fields) throws IOException {
        out.writeStringField("type", type);
        out.writeStringField("at", Instant.ofEpochMilli(site.clock(at)).toString());
        fields.write(out);
    }

    SimulatedMessage message(long arrival, byte[] payload) {
        Instant at = Instant.ofEpochMilli(arrival);
        String path = site.sensor().match().path();
        if (path != null) {
            return new SimulatedMessage(at, SimulatedMessage.HTTP, path, "application/json", payload, false);
        }
        return new SimulatedMessage(at, SimulatedMessage.MQTT, topic, null, payload, false);
    }
}
