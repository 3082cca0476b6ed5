package dev.footfall.simulator.device;

import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Staff;
import java.util.Iterator;

/** Tells how many staff are in, at each change. */
final class StaffRota implements Device {
    private final Site site;
    private final Staff staff;
    private final NativeWriter writer;

    StaffRota(Site site, Staff staff) {
        this.site = site;
        this.staff = staff;
        this.writer = new NativeWriter(site);
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        var outbox = new Outbox(site);
        writer.heartbeats(outbox, plan);
        for (Staff.Level level : staff.levels(plan)) {
            writer.add(outbox, level.at(), "staff", out -> out.writeNumberField("count", level.count()));
        }
        return outbox.send();
    }
}
