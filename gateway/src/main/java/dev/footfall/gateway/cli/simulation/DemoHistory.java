package dev.footfall.gateway.cli.simulation;

import dev.footfall.gateway.pipeline.Pipeline;
import dev.footfall.gateway.pipeline.ReplayRun;
import dev.footfall.gateway.replay.CapturedMessage;
import dev.footfall.observation.SensorId;
import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.StoreSimulation;
import dev.footfall.simulator.device.Faults;
import dev.footfall.simulator.device.SimulatedMessage;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The demo's messages: first what happened before it was started, for the gateway to replay, then what happens from now
 * on. The doors counted a week ago, yesterday and today; camera, till and gate were switched on today, the tracker half an
 * hour ago, and single crossings are told since then, too: enough to compare with, and little enough to be ready at once.
 */
final class DemoHistory implements Iterator<SimulatedMessage> {
    private static final int DAYS_AHEAD = 366;
    private static final Duration DETAIL_SINCE = Duration.ofMinutes(30);

    private final Instant from;
    private final Iterator<SimulatedMessage> messages;
    private @Nullable SimulatedMessage next;

    private DemoHistory(Instant from, Iterator<SimulatedMessage> messages) {
        this.from = from;
        this.messages = messages;
        this.next = messages.hasNext() ? messages.next() : null;
    }

    static DemoHistory of(SimulatedStore store, long seed, Instant now) {
        return of(store, seed, now, Faults.NONE);
    }

    /** @param faults what is wrong with its sensors, besides some that are not there on the days before */
    static DemoHistory of(SimulatedStore store, long seed, Instant now, Faults faults) {
        StoreConfig config = store.config();
        LocalDate today = config.calendar().dayOf(now).date();
        LocalDate first = today.minusWeeks(1);
        Instant from = config.calendar().day(first).window().start();
        Instant thisMorning = config.calendar().day(today).window().start();
        List<Faults.DeadSpan> notYetThere = new ArrayList<>(faults.dead());
        for (String sensor : List.of("cam-floor", "till-1", "gate-1")) {
            notYetThere.add(new Faults.DeadSpan(new SensorId(sensor), new Window(from, thisMorning)));
        }
        Instant detail = now.minus(DETAIL_SINCE);
        notYetThere.add(new Faults.DeadSpan(new SensorId("tracker-1"), new Window(from, detail)));
        List<LocalDate> dates = new ArrayList<>(List.of(first, today.minusDays(1)));
        today.datesUntil(today.plusDays(DAYS_AHEAD)).forEach(dates::add);
        var simulation = new StoreSimulation(store, seed, faults.withDead(notYetThere));
        return new DemoHistory(from, simulation.messages(dates, detail));
    }

    /** When the history begins. */
    Instant from() {
        return from;
    }

    /** Runs everything through the pipeline that the clock has passed, or as much as there is time for. */
    ReplayRun.Summary replay(Pipeline pipeline, InstantSource clock, BooleanSupplier stopped, Progress progress)
            throws InterruptedException {
        return pipeline.replay(
                consumer -> {
                    long count = 0;
                    Instant now = clock.instant();
                    while (next != null && !next.at().isAfter(now) && !stopped.getAsBoolean()) {
                        SimulatedMessage message = next();
                        consumer.accept(captured(message).arrival());
                        count++;
                        if ((count & 0x0FFF) == 0) {
                            now = clock.instant();
                            progress.show(message.at(), count);
                        }
                    }
                },
                false);
    }

    private static CapturedMessage captured(SimulatedMessage message) {
        return new CapturedMessage(
                message.at(),
                message.via(),
                message.address(),
                message.contentType(),
                message.payload(),
                message.retained(),
                null);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public SimulatedMessage next() {
        SimulatedMessage message = next;
        if (message == null) {
            throw new NoSuchElementException("the demo is over");
        }
        next = messages.hasNext() ? messages.next() : null;
        return message;
    }
}
