package dev.footfall.metrics;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A day's fold with local times as text: {@code "10:15"}, {@code "10:15:30.5"}; {@code "+03:00"} is the next date. */
public final class TestDay {
    private final StoreCalendar calendar;
    private final LocalDate date;
    private final BusinessDay day;
    public final DayFold fold;

    public TestDay(StoreConfig config, LocalDate date, LearnedFactors learned) {
        this(config, date, Earlier.ofDoors(learned, config.calendar()));
    }

    public TestDay(StoreConfig config, LocalDate date, Earlier earlier) {
        this.calendar = config.calendar();
        this.date = date;
        this.day = calendar.day(date);
        this.fold = new DayFold(config, day, earlier);
    }

    public Instant at(String time) {
        LocalDateTime local = time.startsWith("+")
                ? date.plusDays(1).atTime(LocalTime.parse(time.substring(1)))
                : time.startsWith("-")
                        ? date.minusDays(1).atTime(LocalTime.parse(time.substring(1)))
                        : date.atTime(LocalTime.parse(time));
        return local.atZone(calendar.zone()).toInstant();
    }

    public TestDay add(String sensor, String time, Fact fact) {
        return add(sensor, time, "", fact);
    }

    public TestDay add(String sensor, String time, String line, Fact fact) {
        fold.add(new Observation(new SensorId(sensor), at(time), line, 0, fact));
        return this;
    }

    public TestDay carried(String sensor, String time, Fact fact) {
        fold.add(new Observation(new SensorId(sensor), at(time), "", Flag.CARRIED.bit(), fact));
        return this;
    }

    /** Heartbeats every ten minutes over the whole day. */
    public TestDay alive(String... sensors) {
        for (String sensor : sensors) {
            for (Instant t = day.window().start(); t.isBefore(day.window().end()); t = t.plusSeconds(600)) {
                fold.add(Observation.of(new SensorId(sensor), t, Fact.Heartbeat.BARE));
            }
        }
        return this;
    }

    public Horizon closed() {
        return new Horizon(day.window().end(), true);
    }

    public Horizon at(String time, boolean dayClosed) {
        return new Horizon(at(time), dayClosed);
    }

    public List<Measurement> quarter(String time) {
        return fold.rows(Grain.QUARTER, calendar.quarterOf(at(time)), closed());
    }

    public List<Measurement> hour(String time) {
        return fold.rows(Grain.HOUR, calendar.hourOf(at(time)), closed());
    }

    public List<Measurement> wholeDay() {
        return fold.rows(Grain.DAY, day.window(), closed());
    }

    public Window window(String from, String to) {
        return new Window(at(from), at(to));
    }

    public BusinessDay day() {
        return day;
    }

    public StoreCalendar calendar() {
        return calendar;
    }

    public static Optional<Measurement> find(List<Measurement> rows, Metric metric, Scope scope) {
        return rows.stream()
                .filter(row -> row.metric() == metric && row.scope().equals(scope))
                .findFirst();
    }

    public static Measurement row(List<Measurement> rows, Metric metric, Scope scope) {
        return find(rows, metric, scope).orElseThrow(() -> new AssertionError("no row " + metric + " " + scope));
    }

    public static @Nullable Double value(List<Measurement> rows, Metric metric, Scope scope) {
        return row(rows, metric, scope).value();
    }

    public static @Nullable Double value(List<Measurement> rows, Metric metric) {
        return value(rows, metric, Scope.STORE);
    }
}
