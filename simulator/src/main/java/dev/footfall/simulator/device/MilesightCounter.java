package dev.footfall.simulator.device;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.simulator.device.DoorCounter.Counts;
import dev.footfall.simulator.device.DoorCounter.Interval;
import dev.footfall.simulator.device.DoorView.Passage;
import dev.footfall.simulator.visit.DayPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.UUID;

/**
 * A Milesight VS125 over the door, with every report switched on: each crossing, and every minute the minute's count
 * (zeros too) with the running totals. Pushes over HTTP if its configuration names a path, else over MQTT.
 */
final class MilesightCounter implements Device {
    private static final long PERIOD_MILLIS = 60_000;
    private static final String LINE_NAME = "Line1";

    private final DoorView view;
    private final DoorCounter counter;
    private final String lineUuid;
    private boolean tellsStaff;

    MilesightCounter(DoorView view) {
        this.view = view;
        this.counter = new DoorCounter(view.site());
        this.lineUuid = UUID.nameUUIDFromBytes(("line " + view.site().id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        var outbox = new Outbox(view.site());
        tellsStaff |= !plan.staff().isEmpty();
        var counted = counter.count(plan, view.passages(plan), PERIOD_MILLIS);
        for (var step : counted.steps()) {
            long at = step.passage().at();
            if (view.site().tellsCrossings(at)) {
                outbox.add(at, arrival -> message(arrival, trigger(step.passage())));
            }
        }
        for (Interval interval : counted.intervals()) {
            outbox.add(interval.end(), arrival -> message(arrival, periodic(interval)));
        }
        return outbox.send();
    }

    private SimulatedMessage message(long arrival, byte[] payload) {
        Site site = view.site();
        Instant at = Instant.ofEpochMilli(arrival);
        String path = site.sensor().match().path();
        if (path != null) {
            return new SimulatedMessage(at, SimulatedMessage.HTTP, path, "application/json", payload, false);
        }
        String topic = site.topic(site.serial(), "status", "em/" + site.serial() + "/status");
        return new SimulatedMessage(at, SimulatedMessage.MQTT, topic, null, payload, false);
    }

    private byte[] trigger(Passage passage) {
        long group = passage.group() ? 1 : 0;
        long staff = passage.visit().staff() ? 1 : 0;
        Counts counts = passage.inward() ? new Counts(1, 0, group, 0, staff, 0) : new Counts(0, 1, 0, group, 0, staff);
        return Json.object(out -> {
            device(out, passage.at());
            out.writeArrayFieldStart("line_trigger_data");
            out.writeStartObject();
            counts(out, "group", "in", counts.groupsIn(), "out", counts.groupsOut());
            counts(out, "total", "in", counts.in(), "out", counts.out());
            staff(out, "in", counts.staffIn(), "out", counts.staffOut());
            line(out);
            out.writeEndObject();
            out.writeEndArray();
            out.writeObjectFieldStart("time_info");
            daylight(out, passage.at());
            time(out, "time", view.site().localSeconds(passage.at()));
            zone(out, passage.at());
            out.writeEndObject();
        });
    }

    private byte[] periodic(Interval interval) {
        return Json.object(out -> {
            device(out, interval.end());
            out.writeArrayFieldStart("line_periodic_data");
            out.writeStartObject();
            line(out);
            Counts counts = interval.counts();
            counts(out, "total", "in", counts.in(), "out", counts.out());
            counts(out, "group", "in", counts.groupsIn(), "out", counts.groupsOut());
            staff(out, "in", counts.staffIn(), "out", counts.staffOut());
            out.writeEndObject();
            out.writeEndArray();
            totals(out, interval.totals());
            out.writeObjectFieldStart("time_info");
            daylight(out, interval.end());
            time(out, "end_time", view.site().localSeconds(interval.end()));
            time(out, "start_time", view.site().localSeconds(interval.start()));
            zone(out, interval.end());
            out.writeEndObject();
        });
    }

    private void totals(JsonGenerator out, Counts totals) throws IOException {
        out.writeArrayFieldStart("line_total_data");
        out.writeStartObject();
        line(out);
        out.writeObjectFieldStart("total");
        out.writeNumberField("in_counted", totals.in());
        out.writeNumberField("out_counted", totals.out());
        out.writeNumberField("capacity_counted", totals.in() - totals.out());
        out.writeEndObject();
        counts(out, "group", "in_counted", totals.groupsIn(), "out_counted", totals.groupsOut());
        staff(out, "in_counted", totals.staffIn(), "out_counted", totals.staffOut());
        out.writeEndObject();
        out.writeEndArray();
    }

    private void device(JsonGenerator out, long millis) throws IOException {
        Site site = view.site();
        out.writeObjectFieldStart("device_info");
        out.writeStringField("cus_device_id", site.id().value());
        out.writeStringField("cus_site_id", "");
        out.writeStringField("device_mac", site.mac());
        out.writeStringField("device_name", "People Counter");
        out.writeStringField("device_sn", site.serial());
        out.writeStringField("firmware_version", "V_125.1.0.1");
        out.writeStringField("hardware_version", "V1.0");
        out.writeNumberField("running_time", site.uptimeSeconds(millis));
        out.writeEndObject();
    }

    private void line(JsonGenerator out) throws IOException {
        out.writeNumberField("line", 1);
        out.writeStringField("line_name", LINE_NAME);
        out.writeStringField("line_uuid", lineUuid);
    }

    /** A device that was taught to know staff tells them, be they none. */
    private void staff(JsonGenerator out, String inName, long in, String outName, long gone) throws IOException {
        if (tellsStaff) {
            counts(out, "staff", inName, in, outName, gone);
        }
    }

    private static void counts(JsonGenerator out, String name, String inName, long in, String outName, long gone)
            throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField(inName, in);
        out.writeNumberField(outName, gone);
        out.writeEndObject();
    }

    private void daylight(JsonGenerator out, long millis) throws IOException {
        out.writeBooleanField("dst_status", view.site().daylightSaving(millis));
        out.writeBooleanField("enable_dst", true);
    }

    private static void time(JsonGenerator out, String name, OffsetDateTime time) throws IOException {
        out.writeStringField(name, Wire.TIME.format(time));
    }

    private void zone(JsonGenerator out, long millis) throws IOException {
        out.writeStringField(
                "time_zone",
                "UTC" + view.site().local(millis).getOffset().getId().replace("Z", "+00:00"));
    }
}
