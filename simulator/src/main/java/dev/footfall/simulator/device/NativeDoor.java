package dev.footfall.simulator.device;

import dev.footfall.simulator.device.DoorView.Passage;
import dev.footfall.simulator.visit.DayPlan;
import java.util.Iterator;

/** A door sensor that tells each crossing, with an id that makes a repeated delivery harmless. */
final class NativeDoor implements Device {
    private final DoorView view;
    private final NativeWriter writer;

    NativeDoor(DoorView view) {
        this.view = view;
        this.writer = new NativeWriter(view.site());
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        var outbox = new Outbox(view.site());
        writer.heartbeats(outbox, plan);
        int number = 0;
        for (Passage passage : view.passages(plan)) {
            String id = plan.day().date() + "-" + number;
            number++;
            crossing(outbox, passage, id, false);
            if (passage.visit().staff()) {
                crossing(outbox, passage, id, true);
            }
        }
        return outbox.send();
    }

    private void crossing(Outbox outbox, Passage passage, String id, boolean staff) {
        writer.add(outbox, passage.at(), "crossing", out -> {
            out.writeNumberField("in", passage.inward() ? 1 : 0);
            out.writeNumberField("out", passage.inward() ? 0 : 1);
            out.writeStringField("id", id);
            if (staff) {
                out.writeBooleanField("staff", true);
            }
        });
    }
}
