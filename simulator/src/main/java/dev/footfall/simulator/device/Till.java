package dev.footfall.simulator.device;

import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Visit;
import dev.footfall.simulator.visit.Visit.Purchase;
import java.util.Iterator;

/** The point of sale: one message per payment. */
final class Till implements Device {
    private final Site site;
    private final NativeWriter writer;

    Till(Site site) {
        this.site = site;
        this.writer = new NativeWriter(site);
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        var outbox = new Outbox(site);
        writer.heartbeats(outbox, plan);
        for (Visit visit : plan.visits()) {
            Purchase purchase = visit.purchase();
            if (purchase != null) {
                writer.add(outbox, purchase.at(), "sale", out -> {
                    out.writeNumberField("transactions", 1);
                    out.writeStringField("amount", purchase.amount().toPlainString());
                    out.writeStringField("id", plan.day().date() + "-" + visit.number());
                });
            }
        }
        return outbox.send();
    }
}
