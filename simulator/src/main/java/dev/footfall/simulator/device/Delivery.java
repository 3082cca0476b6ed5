package dev.footfall.simulator.device;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.simulator.visit.DayPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
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

    /** All messages of the devices about so many business days. */
    public static Iterator<SimulatedMessage> of(
            List<Device> devices,
            Function<LocalDate, DayPlan> planner,
            LocalDate from,
            int days,
            Faults faults,
            long seed) {
        var plans = new Plans(planner);
        List<Iterator<SimulatedMessage>> sources = new ArrayList<>();
        for (Device device : devices) {
            sources.add(new DayByDay(device, plans, from, from.plusDays(days)));
        }
        return new Delivery(sources, faults, Dice.of(seed, "repeats", from.toEpochDay()));
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

    /** The plans in use: devices are at most a day apart. */
    private static final class Plans {
        private final Function<LocalDate, DayPlan> planner;
        private final Map<LocalDate, DayPlan> recent = new LinkedHashMap<>();

        Plans(Function<LocalDate, DayPlan> planner) {
            this.planner = planner;
        }

        DayPlan of(LocalDate date) {
            recent.keySet().removeIf(other -> other.isBefore(date.minusDays(1)));
            return recent.computeIfAbsent(date, planner);
        }
    }

    private static final class DayByDay implements Iterator<SimulatedMessage> {
        private final Device device;
        private final Plans plans;
        private final LocalDate end;
        private LocalDate next;
        private @Nullable Iterator<SimulatedMessage> day;

        DayByDay(Device device, Plans plans, LocalDate from, LocalDate end) {
            this.device = device;
            this.plans = plans;
            this.next = from;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            while ((day == null || !day.hasNext()) && next.isBefore(end)) {
                day = device.messages(plans.of(next));
                next = next.plusDays(1);
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
