package dev.footfall.simulator.device;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.simulator.device.CameraView.Change;
import dev.footfall.simulator.device.CameraView.Run;
import dev.footfall.simulator.device.CameraView.Watched;
import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frigate with one camera: an event when a person comes into view, changes zones, is still there or leaves; the number in
 * each zone when it changes; statistics every minute; and once, retained, that it is online.
 */
final class FrigateCamera implements Device {
    private static final long STATS_MILLIS = 60_000;
    private static final long STILL_THERE_MILLIS = 60_000;
    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final Site site;
    private final CameraView view;
    private final String prefix;
    private boolean online;

    FrigateCamera(Site site, CameraView view) {
        this.site = site;
        this.view = view;
        this.prefix = prefix(site.sensor().match().topic());
    }

    /** {@code frigate} unless the topic filter names another prefix. */
    private static String prefix(@Nullable String filter) {
        if (filter == null) {
            return "frigate";
        }
        int end = filter.endsWith("/#") ? filter.length() - 2 : filter.lastIndexOf('/');
        String prefix = end < 1 ? "" : filter.substring(0, end);
        return prefix.isEmpty() || prefix.contains("+") || prefix.contains("#") ? "frigate" : prefix;
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        if (site.deadAllDay(plan)) {
            return Collections.emptyIterator();
        }
        var outbox = new Outbox(site);
        if (!online) {
            online = true;
            outbox.add(plan.start(), this::available);
        }
        Dice dice = site.dice("frigate", plan.day().date().toEpochDay());
        for (Visit visit : plan.everybody()) {
            for (Run run : view.runs(visit)) {
                track(run, dice, outbox);
            }
        }
        for (Watched zone : view.zones()) {
            levels(plan, zone, outbox);
        }
        for (long at = plan.start() + STATS_MILLIS; at <= plan.end(); at += STATS_MILLIS) {
            long moment = at;
            outbox.addMqtt(at, prefix + "/stats", arrival -> stats(moment));
        }
        return outbox.send();
    }

    private SimulatedMessage available(long arrival) {
        return new SimulatedMessage(
                Instant.ofEpochMilli(arrival),
                SimulatedMessage.MQTT,
                prefix + "/available",
                null,
                "online".getBytes(StandardCharsets.UTF_8),
                true);
    }

    private byte[] stats(long at) {
        return Json.object(out -> {
            out.writeObjectFieldStart("cameras");
            out.writeObjectFieldStart(camera());
            out.writeNumberField("camera_fps", 5.0);
            out.writeNumberField("detection_fps", 5.0);
            out.writeEndObject();
            out.writeEndObject();
            out.writeObjectFieldStart("service");
            out.writeNumberField("uptime", site.uptimeSeconds(at));
            out.writeStringField("version", "0.16.1");
            out.writeNumberField("last_updated", site.clock(at) / 1000);
            out.writeEndObject();
        });
    }

    private String camera() {
        String device = site.sensor().match().device();
        return device != null ? device : site.id().value();
    }

    private void track(Run run, Dice dice, Outbox outbox) {
        StringBuilder suffix = new StringBuilder("-");
        for (int i = 0; i < 6; i++) {
            suffix.append(ID_LETTERS.charAt(dice.below(ID_LETTERS.length())));
        }
        var object = new TrackedObject(camera(), suffix.toString(), run.start(), 0.7 + 0.25 * dice.unit(), site);
        List<String> entered = new ArrayList<>();
        TrackedObject.State before = object.state(run.start(), List.of(), List.of(), false);
        for (int i = 0; i < run.changes().size(); i++) {
            Change change = run.changes().get(i);
            boolean last = i == run.changes().size() - 1;
            change.current().stream().filter(zone -> !entered.contains(zone)).forEach(entered::add);
            TrackedObject.State after = object.state(change.at(), change.current(), List.copyOf(entered), last);
            event(outbox, object, last ? "end" : i == 0 ? "new" : "update", before, after);
            before = last
                    ? after
                    : stillThere(outbox, object, after, run.changes().get(i + 1).at());
        }
    }

    /** Updates while nothing changes, until shortly before the next change. */
    private TrackedObject.State stillThere(Outbox outbox, TrackedObject object, TrackedObject.State state, long until) {
        TrackedObject.State before = state;
        for (long at = state.at() + STILL_THERE_MILLIS; at < until; at += STILL_THERE_MILLIS) {
            TrackedObject.State after = object.state(at, state.current(), state.entered(), false);
            event(outbox, object, "update", before, after);
            before = after;
        }
        return before;
    }

    private void event(
            Outbox outbox, TrackedObject object, String type, TrackedObject.State before, TrackedObject.State after) {
        outbox.addMqtt(after.at(), prefix + "/events", arrival -> object.event(type, before, after));
    }

    private void levels(DayPlan plan, Watched zone, Outbox outbox) {
        int count = 0;
        for (var change : ZoneCounter.changes(plan, zone).entrySet()) {
            if (change.getValue() != 0) {
                count += change.getValue();
                byte[] payload = Integer.toString(count).getBytes(StandardCharsets.UTF_8);
                outbox.addMqtt(change.getKey(), prefix + "/" + zone.name() + "/person", arrival -> payload);
            }
        }
    }
}
