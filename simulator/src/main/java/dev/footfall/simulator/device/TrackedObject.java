package dev.footfall.simulator.device;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** One object that Frigate tracks, and how it writes it down. Times are seconds with a fraction, by the host's clock. */
final class TrackedObject {
    private final String camera;
    private final String id;
    private final long start;
    private final double score;
    private final Site site;

    TrackedObject(String camera, String suffix, long start, double score, Site site) {
        this.camera = camera;
        this.start = start;
        this.score = Math.round(score * 1000) / 1000.0;
        this.site = site;
        this.id = seconds(start).toPlainString() + suffix;
    }

    /** What is known at a moment. */
    record State(long at, List<String> current, List<String> entered, boolean ended) {}

    State state(long at, List<String> current, List<String> entered, boolean ended) {
        return new State(at, current, entered, ended);
    }

    byte[] event(String type, State before, State after) {
        return Json.object(out -> {
            out.writeStringField("type", type);
            out.writeFieldName("before");
            write(out, before);
            out.writeFieldName("after");
            write(out, after);
        });
    }

    private void write(JsonGenerator out, State state) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", id);
        out.writeStringField("camera", camera);
        out.writeNumberField("frame_time", seconds(state.at()));
        out.writeStringField("label", "person");
        out.writeNullField("sub_label");
        out.writeNumberField("top_score", score);
        out.writeBooleanField("false_positive", false);
        out.writeNumberField("start_time", seconds(start));
        out.writeFieldName("end_time");
        if (state.ended()) {
            out.writeNumber(seconds(state.at()));
        } else {
            out.writeNull();
        }
        out.writeNumberField("score", score);
        box(out);
        names(out, "current_zones", state.current());
        names(out, "entered_zones", state.entered());
        out.writeBooleanField("has_snapshot", false);
        out.writeBooleanField("has_clip", false);
        out.writeBooleanField("active", true);
        out.writeBooleanField("stationary", false);
        out.writeNumberField("motionless_count", 0);
        out.writeNumberField("position_changes", state.entered().size());
        out.writeEndObject();
    }

    /** Pixels mean nothing here: the same plausible person for all. */
    private static void box(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("box");
        for (int edge : new int[] {424, 500, 536, 712}) {
            out.writeNumber(edge);
        }
        out.writeEndArray();
        out.writeNumberField("area", 23744);
    }

    private static void names(JsonGenerator out, String field, List<String> names) throws IOException {
        out.writeArrayFieldStart(field);
        for (String name : names) {
            out.writeString(name);
        }
        out.writeEndArray();
    }

    private BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(site.clock(millis) * 1000, 6);
    }
}
