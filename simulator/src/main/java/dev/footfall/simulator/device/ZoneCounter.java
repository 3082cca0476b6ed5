package dev.footfall.simulator.device;

import dev.footfall.simulator.device.CameraView.Watched;
import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Visit;
import dev.footfall.simulator.visit.Whereabouts;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/** A counter of people in zones: a message whenever a number changes. */
final class ZoneCounter implements Device {
    private final Site site;
    private final List<Watched> zones;
    private final NativeWriter writer;

    ZoneCounter(Site site, List<Watched> zones) {
        this.site = site;
        this.zones = List.copyOf(zones);
        this.writer = new NativeWriter(site);
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        var outbox = new Outbox(site);
        writer.heartbeats(outbox, plan);
        for (Watched zone : zones) {
            int count = 0;
            for (var change : changes(plan, zone).entrySet()) {
                if (change.getValue() != 0) {
                    count += change.getValue();
                    int now = count;
                    writer.add(outbox, change.getKey(), "zone", out -> {
                        out.writeStringField("zone", zone.name());
                        out.writeNumberField("count", now);
                    });
                }
            }
        }
        return outbox.send();
    }

    /** By how much the number of people in a zone changes, by moment. */
    static TreeMap<Long, Integer> changes(DayPlan plan, Watched zone) {
        TreeMap<Long, Integer> changes = new TreeMap<>();
        for (Visit visit : plan.everybody()) {
            for (var stay : Whereabouts.stays(visit.path(), zone.area().shape())) {
                changes.merge(stay.start(), 1, Integer::sum);
                changes.merge(stay.end(), -1, Integer::sum);
            }
        }
        return changes;
    }
}
