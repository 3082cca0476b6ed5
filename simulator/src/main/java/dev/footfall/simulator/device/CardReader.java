package dev.footfall.simulator.device;

import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Loyalty;
import java.util.Iterator;

/** Tells the loyalty cards shown, all of people who consented to being known again. */
final class CardReader implements Device {
    private final Site site;
    private final Loyalty loyalty;
    private final NativeWriter writer;

    CardReader(Site site, Loyalty loyalty) {
        this.site = site;
        this.loyalty = loyalty;
        this.writer = new NativeWriter(site);
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        var outbox = new Outbox(site);
        writer.heartbeats(outbox, plan);
        for (Loyalty.Shown card : loyalty.shown(plan)) {
            writer.add(outbox, card.at(), "member", out -> {
                out.writeStringField("member", "card-" + card.card());
                out.writeBooleanField("consent", true);
            });
        }
        return outbox.send();
    }
}
