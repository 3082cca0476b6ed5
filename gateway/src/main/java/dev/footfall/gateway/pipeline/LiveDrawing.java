package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.api.LiveFigures;
import dev.footfall.gateway.api.LiveFigures.Comparison;
import dev.footfall.gateway.api.LiveFigures.Figure;
import dev.footfall.gateway.journal.SqliteOutbox;
import dev.footfall.measurement.State;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.Figures;
import dev.footfall.metrics.space.ZoneNow;
import dev.footfall.relay.outbox.OutboxStatus;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.StoreCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws up the live figures from today's fold and, up to the same local time, of days to compare with. */
final class LiveDrawing {
    private final StoreConfig config;
    private final StoreCalendar calendar;
    private final Processor processor;
    private final SqliteOutbox outbox;
    private final LastFour lastFour;
    private final HourBars todaysHours;
    private final HourBars yesterdaysHours;

    LiveDrawing(StoreConfig config, Processor processor, SqliteOutbox outbox) {
        this.config = config;
        this.calendar = config.calendar();
        this.processor = processor;
        this.outbox = outbox;
        this.lastFour = new LastFour(calendar);
        this.todaysHours = new HourBars(calendar);
        this.yesterdaysHours = new HourBars(calendar);
    }

    /** A day to compare with, looked at up to the same local time. */
    private record Reference(Figures figures, DayFold fold) {}

    LiveFigures draw(Instant now) {
        DayBook days = processor.days();
        BusinessDay today = days.dayOf(now);
        DayFold fold = days.fold(today);
        LocalDate yesterdayDate = today.date().minusDays(1);
        DayFold before = days.knows(yesterdayDate) ? days.fold(calendar.day(yesterdayDate)) : null;
        Figures figures = fold.figuresAt(now, false, before);
        Reference yesterday = reference(days, yesterdayDate, now);
        Reference lastWeek = reference(days, today.date().minusWeeks(1), now);
        lastFour.of(today.date(), days);
        OutboxStatus relay = relayStatus();
        return new LiveFigures(
                now,
                today.date(),
                processor.board().lastEvent(),
                figure(now, figures, yesterday, lastWeek, Figures::occupancy),
                figures.raw(),
                config.store().capacity(),
                figure(now, figures, yesterday, lastWeek, Figures::arrivalsLast60m),
                figure(now, figures, yesterday, lastWeek, Figures::firstSeenLast60m),
                figure(now, figures, yesterday, lastWeek, Figures::footfall),
                figure(now, figures, yesterday, lastWeek, Figures::dwell),
                todaysHours.upTo(now, fold),
                yesterday == null ? List.of() : yesterdaysHours.whole(now, yesterday.fold()),
                zones(figures),
                processor.board().ok(now),
                config.sensors().size(),
                relay.pending(),
                relay.oldest() == null
                        ? null
                        : Duration.between(relay.oldest(), now).toSeconds());
    }

    /** What the slowest relay target still lacks; nothing pending without a target. */
    private OutboxStatus relayStatus() {
        return config.relay().stream()
                .map(target -> outbox.status(target.url().toString()))
                .max(java.util.Comparator.comparingLong(OutboxStatus::pending))
                .orElse(OutboxStatus.EMPTY);
    }

    private @Nullable Reference reference(DayBook days, LocalDate date, Instant now) {
        if (!days.knows(date)) {
            return null;
        }
        BusinessDay day = calendar.day(date);
        Instant sameTime = sameLocalTime(now, day);
        DayFold fold = days.fold(day);
        DayFold before = days.knows(date.minusDays(1)) ? days.fold(calendar.day(date.minusDays(1))) : null;
        return new Reference(fold.figuresAt(sameTime, true, before), fold);
    }

    /** The moment of the other day at which its clocks on the wall showed what they show now. */
    private Instant sameLocalTime(Instant now, BusinessDay day) {
        Instant same = calendar.onDay(now, day);
        return same.isBefore(day.window().end()) ? same : day.window().end();
    }

    private Figure figure(
            Instant now,
            Figures today,
            @Nullable Reference yesterday,
            @Nullable Reference lastWeek,
            PastDay.Choice choice) {
        dev.footfall.metrics.row.Figure f = choice.of(today);
        Double four = lastFour.mean(now, choice);
        return new Figure(
                f.value(),
                f.low(),
                f.high(),
                f.completeness(),
                f.state(),
                f.why(),
                compare(f, yesterday, choice),
                compare(f, lastWeek, choice),
                four == null ? null : against(f.value(), four));
    }

    private static @Nullable Comparison compare(
            dev.footfall.metrics.row.Figure now, @Nullable Reference reference, PastDay.Choice choice) {
        if (reference == null) {
            return null;
        }
        dev.footfall.metrics.row.Figure then = choice.of(reference.figures());
        Double ref = then.value();
        return then.state() != State.VALID || ref == null
                ? new Comparison(null, null, null)
                : against(now.value(), ref);
    }

    private static Comparison against(@Nullable Double value, double ref) {
        return new Comparison(
                ref, value == null ? null : value - ref, value == null || ref == 0 ? null : (value - ref) / ref);
    }

    private List<LiveFigures.ZoneNow> zones(Figures figures) {
        List<LiveFigures.ZoneNow> zones = new ArrayList<>();
        for (StoreConfig.Zone zone : config.zones()) {
            Optional<ZoneNow> known = figures.zones().stream()
                    .filter(z -> z.zone().equals(zone.id()))
                    .findFirst();
            zones.add(known.map(z -> new LiveFigures.ZoneNow(
                            zone.id(),
                            zone.name(),
                            z.present(),
                            z.entries(),
                            z.personSeconds(),
                            z.entries() > 0 ? z.personSeconds() / z.entries() : null))
                    .orElseGet(() -> new LiveFigures.ZoneNow(zone.id(), zone.name(), null, null, null, null)));
        }
        return zones;
    }
}
