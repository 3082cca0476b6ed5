// long because: it is the one place where days begin, are folded, told again and let go
package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.journal.Commit;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.journal.ObservationSink;
import dev.footfall.measurement.Measurement;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.Earlier;
import dev.footfall.metrics.calibration.CarPast;
import dev.footfall.metrics.counting.DayTotals;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.metrics.counting.StayPast;
import dev.footfall.metrics.parking.ParkPast;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.StoreCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The business days being folded. A day is a fold over its observations in the journal, so a day that is asked for again
 * (late data, a comparison, a restart) is simply folded again. Used by the writer's thread alone.
 */
final class DayBook {
    /** How long after its end a window is published: time for devices that report a window when it is over. */
    static final Duration GRACE = Duration.ofMinutes(2);

    /** Acknowledgements older than this have long arrived or been given up. */
    private static final Duration UNACKNOWLEDGED = Duration.ofMinutes(2);

    private static final int DAYS_IN_MEMORY = 6;
    private static final int WEEKS_LEARNED_FROM = 8;
    private static final int DAYS_CAUGHT_UP = 31;

    private final StoreConfig config;
    private final StoreCalendar calendar;
    private final JournalReader reader;
    private final TreeMap<LocalDate, OpenDay> open = new TreeMap<>();
    private final TreeMap<LocalDate, Boolean> known = new TreeMap<>();
    private final AlertDesk alerts;
    private final ForecastDesk forecast;
    private final Calibrations calibrations;
    private final ParkPast parks;
    private final CarPast cars;
    private final StayPast stays;
    private @Nullable BusinessDay latest;

    DayBook(StoreConfig config, JournalReader reader) {
        this.config = config;
        this.calendar = config.calendar();
        this.reader = reader;
        this.alerts = new AlertDesk(config);
        this.forecast = new ForecastDesk(calendar);
        this.calibrations = new Calibrations(reader);
        this.parks = new ParkPast(calendar);
        this.cars = new CarPast(calendar);
        this.stays = new StayPast(calendar);
        reader.days().forEach(day -> known.put(day, true));
    }

    BusinessDay dayOf(Instant at) {
        BusinessDay cached = latest;
        if (cached == null || !cached.window().contains(at)) {
            cached = calendar.dayOf(at);
            latest = cached;
        }
        return cached;
    }

    /** Days the journal knows of, the newest that is at or before the date first. */
    Optional<LocalDate> lastKnownBefore(LocalDate date) {
        return Optional.ofNullable(known.lowerKey(date));
    }

    /** Folds the observation into its day and into the commit. */
    DayFold observe(Observation observation, long key, Commit commit) {
        BusinessDay day = dayOf(DayFold.belongsAt(observation));
        OpenDay into = open(day, commit);
        add(into, observation, key, commit);
        OpenDay next = open.get(day.date().plusDays(1));
        if (next != null && isBalance(observation.fact())) {
            add(next, carried(observation), 0, commit);
        }
        return into.fold();
    }

    private void add(OpenDay day, Observation observation, long key, Commit commit) {
        commit.observe(day.day().date(), observation, key);
        day.fold().add(observation);
        day.touch();
        if (!observation.has(Flag.CARRIED)) {
            day.fold().firstData().ifPresent(window -> day.reportFrom(window.start()));
        }
    }

    private static boolean isBalance(Fact fact) {
        return fact instanceof Fact.OfStaff staff
                ? isBalance(staff.said())
                : fact instanceof Fact.Counter
                        || fact instanceof Fact.Parked
                        || fact instanceof Fact.Bay
                        || fact instanceof Fact.ZoneLevel;
    }

    private static Observation carried(Observation o) {
        return new Observation(o.sensor(), o.at(), o.line(), o.flags() | Flag.CARRIED.bit(), o.fact());
    }

    /** The day, folded from the journal if it is not in memory; a day that begins takes over the balance of the last. */
    OpenDay open(BusinessDay day, Commit commit) {
        OpenDay found = open.get(day.date());
        if (found != null) {
            return found;
        }
        boolean isNew = !known.containsKey(day.date());
        OpenDay opened = load(day, (a, b) -> {});
        open.put(day.date(), opened);
        if (isNew) {
            known.put(day.date(), true);
            lastKnownBefore(day.date()).ifPresent(before -> {
                for (Observation balance : fold(calendar.day(before)).carry()) {
                    add(opened, carried(balance), 0, commit);
                }
                opened.reportFrom(day.window().start());
            });
        }
        return opened;
    }

    /** Folds a day for looking at it, without beginning it. */
    DayFold fold(BusinessDay day) {
        OpenDay found = open.get(day.date());
        if (found == null) {
            found = load(day, (a, b) -> {});
            if (known.containsKey(day.date())) {
                open.put(day.date(), found);
            }
        }
        return found.fold();
    }

    boolean knows(LocalDate date) {
        return known.containsKey(date);
    }

    private OpenDay load(BusinessDay day, ObservationSink also) {
        OpenDay loaded = new OpenDay(day, begin(day), calendar);
        if (known.containsKey(day.date())) {
            reader.day(day.date(), (observation, key) -> {
                loaded.fold().add(observation);
                also.accept(observation, key);
            });
            loaded.restore(reader.published(day.window()));
            if (known.lowerKey(day.date()) != null) {
                loaded.reportFrom(day.window().start());
            } else {
                loaded.fold().firstData().ifPresent(window -> loaded.reportFrom(window.start()));
            }
        }
        return loaded;
    }

    private DayFold begin(BusinessDay day) {
        return new DayFold(
                config, day, new Earlier(learned(day.date()), () -> calibrations.of(day.date()), parks, cars, stays));
    }

    /** After a start: folds the newest days again, telling the sink everything that is remembered of them. */
    void recover(ObservationSink also) {
        alerts.recover(reader, row -> {
            forecast.recall(row);
            parks.learn(row);
            cars.learn(row);
            stays.learn(row);
        });
        for (LocalDate date :
                known.descendingKeySet().stream().limit(2).toList().reversed()) {
            open.put(date, load(calendar.day(date), also));
        }
    }

    /**
     * The same days by another configuration, folded again from the journal; only after a commit.
     *
     * @param alive called all the while, for it takes its time
     */
    DayBook reconfigured(StoreConfig changed, Runnable alive) {
        DayBook again = new DayBook(changed, reader);
        again.recover((observation, key) -> alive.run());
        for (LocalDate date : open.keySet()) {
            alive.run();
            again.fold(again.calendar.day(date));
        }
        return again;
    }

    /** What was committed just before the last stop. */
    void lastMoments(ObservationSink sink) {
        reader.lastMoments(UNACKNOWLEDGED, sink);
    }

    private LearnedFactors learned(LocalDate date) {
        Map<LocalDate, List<Commit.DayTotal>> days = new TreeMap<>();
        for (Commit.DayTotal total : reader.dayTotals(date.minusWeeks(WEEKS_LEARNED_FROM), date)) {
            days.computeIfAbsent(total.day(), ignored -> new ArrayList<>()).add(total);
        }
        return LearnedFactors.from(days.values().stream().map(DayBook::totals).toList(), date.getDayOfWeek());
    }

    private static DayTotals totals(List<Commit.DayTotal> entrances) {
        Commit.DayTotal first = entrances.getFirst();
        return new DayTotals(
                first.day(),
                entrances.stream()
                        .map(t -> new DayTotals.EntranceTotal(t.entrance(), t.ins(), t.outs()))
                        .toList(),
                first.completeness());
    }

    /** Publishes what is due at this moment of the arrival clock, and revisions of what changed. */
    void publish(Instant now, Commit commit) {
        beginDays(dayOf(now).date(), commit);
        for (OpenDay day : List.copyOf(open.values())) {
            settle(day, day.publish(now.minus(GRACE), false), now, commit);
        }
        tellAgain(false, commit);
        if (!known.isEmpty()) {
            forecast.tick(now, this::fold, commit);
        }
    }

    /** A store with a history has every day since, also those on which nothing was heard. */
    private void beginDays(LocalDate today, Commit commit) {
        if (known.isEmpty() || known.containsKey(today) || known.lastKey().isAfter(today)) {
            return;
        }
        LocalDate first = known.lastKey().plusDays(1);
        LocalDate from = first.isBefore(today.minusDays(DAYS_CAUGHT_UP)) ? today.minusDays(DAYS_CAUGHT_UP) : first;
        from.datesUntil(today.plusDays(1)).forEach(date -> open(calendar.day(date), commit));
    }

    /** Impossible counts of a sensor found so far in the day that contains the instant, if it is in memory. */
    int quarantined(SensorId sensor, Instant at) {
        OpenDay day = open.get(dayOf(at).date());
        return day == null ? 0 : day.fold().quarantinedCount(sensor);
    }

    /** Closes every day as its end would, at the end of a capture. */
    void closeAll(Instant end, Commit commit) {
        for (OpenDay day : List.copyOf(open.values())) {
            settle(day, day.publish(end, true), end, commit);
        }
        for (OpenDay day : tellAgain(true, commit)) {
            settle(day, day.publish(end, false), end, commit);
        }
    }

    /** First days get their people by WiFi once later days have taught what it stands for. */
    private List<OpenDay> tellAgain(boolean last, Commit commit) {
        List<OpenDay> days = new ArrayList<>();
        for (LocalDate date : calibrations.toTellAgain(last)) {
            OpenDay day = open(calendar.day(date), commit);
            day.tellAgain();
            days.add(day);
        }
        return days;
    }

    private void settle(OpenDay day, List<Measurement> rows, Instant now, Commit commit) {
        if (!rows.isEmpty()) {
            commit.publish(rows);
            alerts.look(day.fold(), rows, day.isClosed(), now, commit);
            forecast.published(day.day(), rows, day.isClosed(), commit);
            rows.forEach(parks::learn);
            rows.forEach(cars::learn);
            rows.forEach(stays::learn);
            if (day.isClosed()) {
                DayTotals totals = day.fold().totals();
                totals.entrances()
                        .forEach(e -> commit.total(new Commit.DayTotal(
                                totals.date(), e.entrance(), e.in(), e.out(), totals.completeness())));
                day.fold().calibration().ifPresent(taught -> calibrations.learn(taught, commit));
            }
        }
    }

    /** Refreshes the rows of running windows. */
    void refresh(Instant now, Commit commit) {
        for (OpenDay day : open.values()) {
            if (!day.isClosed()) {
                commit.running(day.running(now));
            }
        }
    }

    /** Lets go of settled days. Only after a commit: until then the journal does not hold all of them. */
    void forget(Instant now) {
        LocalDate today = dayOf(now).date();
        if (open.size() > DAYS_IN_MEMORY) {
            open.entrySet()
                    .removeIf(e -> open.size() > DAYS_IN_MEMORY
                            && e.getKey().isBefore(today.minusDays(1))
                            && e.getValue().isSettled());
        }
    }
}
