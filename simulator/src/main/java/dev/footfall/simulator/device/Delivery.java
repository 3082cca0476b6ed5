package dev.footfall.simulator.device;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.simulator.visit.DayPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings the messages of all devices into one order of arrival, with QoS 1 repeats where the faults ask for them. */
public final class Delivery implements Iterator<SimulatedMessage> {
    private static final Comparator<Waiting> ORDER =
            Comparator.comparing((Waiting waiting) -> waiting.message().at()).thenComparingInt(Waiting::device);
    private static final double SOONEST_REPEAT_MILLIS = 5;
    private static final double LATEST_REPEAT_MILLIS = 4000;

    private final List<Iterator<SimulatedMessage>> sources;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(ORDER);
    private final Faults faults;
    private final Dice repeats;

    private Delivery(List<Iterator<SimulatedMessage>> sources, Faults faults, Dice repeats) {
        this.sources = sources;
        this.faults = faults;
        this.repeats = repeats;
        for (int i = 0; i < sources.size(); i++) {
            refill(i);
        }
    }

    /** A message to deliver; a repeat has no device behind it. */
    private record Waiting(SimulatedMessage message, int device, boolean repeat) {}

    /** All messages of the devices about the business days, which are in their order. */
    public static Iterator<SimulatedMessage> of(
            List<Device> devices,
            Function<LocalDate, DayPlan> planner,
            List<LocalDate> dates,
            Faults faults,
            long seed) {
        var plans = new Plans(planner);
        List<Iterator<SimulatedMessage>> sources = new ArrayList<>();
        for (Device device : devices) {
            sources.add(new DayByDay(device, plans, dates.iterator()));
        }
        return new Delivery(
                sources, faults, Dice.of(seed, "repeats", dates.getFirst().toEpochDay()));
    }

    @Override
    public boolean hasNext() {
        return !waiting.isEmpty();
    }

    @Override
    public SimulatedMessage next() {
        Waiting next = waiting.poll();
        if (next == null) {
            throw new NoSuchElementException("the simulation is over");
        }
        if (!next.repeat()) {
            refill(next.device());
            repeatByChance(next);
        }
        return next.message();
    }

    private void refill(int device) {
        if (sources.get(device).hasNext()) {
            waiting.add(new Waiting(sources.get(device).next(), device, false));
        }
    }

    private void repeatByChance(Waiting delivered) {
        SimulatedMessage message = delivered.message();
        if (faults.duplicates() > 0
                && message.via().equals(SimulatedMessage.MQTT)
                && repeats.chance(faults.duplicates())) {
            Instant again =
                    message.at().plusMillis((long) repeats.between(SOONEST_REPEAT_MILLIS, LATEST_REPEAT_MILLIS));
            waiting.add(new Waiting(
                    new SimulatedMessage(
                            again,
                            message.via(),
                            message.address(),
                            message.contentType(),
                            message.payload(),
                            message.retained()),
                    delivered.device(),
                    true));
        }
    }

    /** The plans in use: devices are at most one day of the list apart. */
    private static final class Plans {
        private final Function<LocalDate, DayPlan> planner;
        private final TreeMap<LocalDate, DayPlan> recent = new TreeMap<>();

        Plans(Function<LocalDate, DayPlan> planner) {
            this.planner = planner;
        }

        DayPlan of(LocalDate date) {
            DayPlan plan = recent.get(date);
            if (plan == null) {
                if (recent.size() > 1) {
                    recent.remove(recent.firstEntry().getKey());
                }
                plan = planner.apply(date);
                recent.put(date, plan);
            }
            return plan;
        }
    }

    private static final class DayByDay implements Iterator<SimulatedMessage> {
        private final Device device;
        private final Plans plans;
        private final Iterator<LocalDate> dates;
        private @Nullable Iterator<SimulatedMessage> day;

        DayByDay(Device device, Plans plans, Iterator<LocalDate> dates) {
            this.device = device;
            this.plans = plans;
            this.dates = dates;
        }

        @Override
        public boolean hasNext() {
            while ((day == null || !day.hasNext()) && dates.hasNext()) {
                day = device.messages(plans.of(dates.next()));
            }
            return day != null && day.hasNext();
        }

        @Override
        public SimulatedMessage next() {
            if (day == null || !hasNext()) {
                throw new NoSuchElementException("no more days");
            }
            return day.next();
        }
    }
}
