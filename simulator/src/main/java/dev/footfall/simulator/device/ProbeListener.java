package dev.footfall.simulator.device;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Visit;
import dev.footfall.store.StoreConfig.Point;
import java.util.Iterator;
import java.util.Locale;

/**
 * A WiFi receiver. Most visitors and passers-by carry a phone that now and then sends a burst of probe requests under an
 * address made up for that burst; signal strength falls with distance.
 */
final class ProbeListener implements Device {
    private static final double WITH_PHONE = 0.75;
    private static final double MEAN_PAUSE_MILLIS = 70_000;
    private static final double PASSERS_PER_VISITOR = 1.5;
    private static final int[] CHANNELS = {1, 6, 11};

    private final Site site;
    private final Point position;
    private final NativeWriter writer;

    ProbeListener(Site site, Point position) {
        this.site = site;
        this.position = position;
        this.writer = new NativeWriter(site);
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        var outbox = new Outbox(site);
        writer.heartbeats(outbox, plan);
        Dice dice = site.dice("phones", plan.day().date().toEpochDay());
        for (Visit visit : plan.everybody()) {
            if (dice.chance(WITH_PHONE)) {
                visitor(visit, dice, outbox);
            }
            for (int i = visit.staff() ? 0 : dice.poisson(PASSERS_PER_VISITOR); i > 0; i--) {
                long at = visit.entry() + (long) dice.between(-600_000, 600_000);
                if (at > plan.start() && at < plan.end() && dice.chance(WITH_PHONE)) {
                    burst(at, dice.normal(-84, 4), dice, outbox);
                }
            }
        }
        return outbox.send();
    }

    private void visitor(Visit visit, Dice dice, Outbox outbox) {
        double body = dice.normal(0, 3);
        double at = visit.path().start() + dice.exponential(MEAN_PAUSE_MILLIS / 2);
        while (at < visit.path().end()) {
            Point here = visit.path().at((long) at);
            double distance = Math.max(1, StrictMath.hypot(here.x() - position.x(), here.y() - position.y()));
            burst((long) at, -42 - 22 * StrictMath.log10(distance) + body, dice, outbox);
            at += dice.exponential(MEAN_PAUSE_MILLIS);
        }
    }

    private void burst(long start, double strength, Dice dice, Outbox outbox) {
        long address = dice.bits() & 0xFCFFFFFFFFFFL | 0x020000000000L;
        String mac = String.format(Locale.ROOT, "%012x", address);
        int seq = dice.below(4096);
        int frames = 1 + dice.below(4);
        for (int i = 0; i < frames; i++) {
            int rssi = (int) Math.clamp(Math.round(strength + dice.normal(0, 2)), -96, -25);
            int channel = CHANNELS[dice.below(CHANNELS.length)];
            int number = (seq + i) & 0xFFF;
            writer.add(outbox, start + 20L * i, "sighting", out -> {
                out.writeStringField("mac", mac);
                out.writeNumberField("rssi", rssi);
                out.writeNumberField("channel", channel);
                out.writeNumberField("seq", number);
            });
        }
    }
}
