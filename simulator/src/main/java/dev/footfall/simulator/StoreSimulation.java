package dev.footfall.simulator;

import dev.footfall.simulator.device.Delivery;
import dev.footfall.simulator.device.Device;
import dev.footfall.simulator.device.Faults;
import dev.footfall.simulator.device.SimulatedMessage;
import dev.footfall.simulator.truth.DayTruth;
import dev.footfall.simulator.truth.ReturningTruth;
import dev.footfall.simulator.truth.TruthRow;
import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.DayPlanner;
import dev.footfall.simulator.visit.Loyalty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a store by its seed. What happens on a day depends on the seed and the date alone; the messages also on the first
 * day, because counters run on. Used by one thread.
 */
public final class StoreSimulation {
    private static final Period INSTALLED_BEFORE = Period.ofDays(40);

    private final SimulatedStore store;
    private final long seed;
    private final Faults faults;
    private final DayPlanner planner;
    private final DayTruth truth;

    public StoreSimulation(SimulatedStore store, long seed, Faults faults) {
        this.store = store;
        this.seed = seed;
        this.faults = faults;
        this.planner = new DayPlanner(store.floor(), store.config().calendar(), store.profile(), store.staff(), seed);
        this.truth = new DayTruth(store.config(), store.floor(), seed);
    }

    /** The day's visitors and staff. */
    public DayPlan plan(LocalDate date) {
        return planner.plan(date);
    }

    /**
     * Everything the devices send about a span of business days, in the order of arrival, made as it is asked for: no more
     * than two days are in memory.
     */
    public Iterator<SimulatedMessage> messages(LocalDate from, int days) {
        return messages(from.datesUntil(from.plusDays(days)).toList(), Instant.EPOCH);
    }

    /**
     * As {@link #messages(LocalDate, int)}, about chosen days only, and with ready-made door counters that tell single
     * crossings from a moment on and before that their interval counts alone: fewer messages about the same people.
     *
     * @param dates business days in their order; on days between them the devices are silent
     */
    public Iterator<SimulatedMessage> messages(List<LocalDate> dates, Instant crossingsSince) {
        Instant installed = store.config()
                .calendar()
                .day(dates.getFirst().minus(INSTALLED_BEFORE))
                .window()
                .start();
        List<Device> devices = store.deployment().devices(seed, faults, installed, crossingsSince);
        return Delivery.of(devices, this::plan, dates, faults, seed);
    }

    /** What really happened, day by day. */
    public Stream<TruthRow> truth(LocalDate from, int days) {
        int lookBack = store.config().privacy().returningDays();
        ReturningTruth returning = lookBack > 0 && store.deployment().readsCards()
                ? new ReturningTruth(new Loyalty(seed), lookBack)
                : null;
        return IntStream.range(0, days)
                .mapToObj(day -> plan(from.plusDays(day)))
                .flatMap(plan -> Stream.concat(truth.rows(plan).stream(), returning(returning, plan)));
    }

    private static Stream<TruthRow> returning(@Nullable ReturningTruth returning, DayPlan plan) {
        return returning == null ? Stream.empty() : returning.rows(plan).stream();
    }
}
