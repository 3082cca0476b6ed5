package dev.footfall.simulator.device;

import dev.footfall.simulator.device.DoorCounter.Counts;
import dev.footfall.simulator.device.DoorCounter.Interval;
import dev.footfall.simulator.visit.DayPlan;
import java.util.Iterator;

/**
 * Contacts at the door on a Tasmota counter: one for each way, or a single beam that counts every break, as the sensor's
 * options say. Local time without a zone.
 */
final class TasmotaDoor implements Device {
    private static final long LONGEST_TELE_PERIOD_MILLIS = 300_000;
    private static final String NONE = "none";
    private static final long MINUTE_MILLIS = 60_000;

    private final DoorView view;
    private final DoorCounter counter;
    private final long telePeriodMillis;

    TasmotaDoor(DoorView view) {
        this.view = view;
        this.counter = new DoorCounter(view.site());
        long expected = view.site().sensor().expectEvery().toMillis() / MINUTE_MILLIS * MINUTE_MILLIS;
        this.telePeriodMillis = Math.clamp(expected, MINUTE_MILLIS, LONGEST_TELE_PERIOD_MILLIS);
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        Site site = view.site();
        var outbox = new Outbox(site);
        String name = site.id().value();
        String topic = site.topic(name, name + "/SENSOR", "tele/" + name + "/SENSOR");
        for (Interval interval :
                counter.count(plan, view.passages(plan), telePeriodMillis).intervals()) {
            outbox.addMqtt(interval.end(), topic, arrival -> payload(interval));
        }
        return outbox.send();
    }

    private byte[] payload(Interval interval) {
        Counts totals = interval.totals();
        return Json.object(out -> {
            out.writeStringField("Time", Wire.ZONELESS.format(view.site().localSeconds(interval.end())));
            out.writeObjectFieldStart("COUNTER");
            if (counter("both", NONE).equals(NONE)) {
                out.writeNumberField(counter("in", "C1"), totals.in());
                out.writeNumberField(counter("out", "C2"), totals.out());
            } else {
                out.writeNumberField(counter("both", NONE), totals.in() + totals.out());
            }
            out.writeEndObject();
        });
    }

    private String counter(String option, String otherwise) {
        return view.site().sensor().options().getOrDefault(option, otherwise);
    }
}
