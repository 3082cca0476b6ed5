package dev.footfall.metrics.expectation;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.reason.ForecastReason;
import dev.footfall.reason.Reason;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The store's footfall of the next 24 hours, issued when an hour begins: the median of the last four same weekdays and
 * hours, changed by how the last hours, yesterday and last week were off, as learned per hour of the day and lead.
 */
public final class FootfallForecast {
    private static final int LEADS = 24;
    private static final long HOUR = 3600;
    private static final int HOURS_OF_EVIDENCE = 3;
    /** Beyond this share, what is known as an hour ends is not the hour: devices tell of it later. */
    private static final double LATE_SHARE = 0.05;

    private static final double SLOWLY = 0.1;

    private final StoreCalendar calendar;
    private final HourPast past = new HourPast();
    private final DayType dayType = new DayType(past);
    private final LeadModel[] models = new LeadModel[LEADS];
    private final TreeMap<Long, Map<Integer, LeadModel.Guess>> waiting = new TreeMap<>();
    private final TreeMap<Instant, Measurement> issued = new TreeMap<>();
    private final TreeMap<Long, Double> provisional = new TreeMap<>();
    private double lateShare;

    public FootfallForecast(StoreCalendar calendar) {
        this.calendar = calendar;
        Arrays.setAll(models, i -> new LeadModel(i + 1));
    }

    private static long index(Instant start) {
        return Math.floorDiv(start.getEpochSecond(), HOUR);
    }

    /** Takes up what an hour turned out to be; other rows change nothing. */
    public void learn(Measurement row) {
        Double value = row.value();
        if (!isTruth(row) || value == null) {
            return;
        }
        long index = index(row.window().start());
        past.place(index, calendar.reading(row.window().start()));
        past.learn(index, value);
        judgeLateness(index, value);
        Map<Integer, LeadModel.Guess> guesses = waiting.remove(index);
        if (guesses != null) {
            guesses.forEach(
                    (lead, guess) -> models[lead - 1].learn(past.hourOfDay(index), guess, HourPast.scaled(value)));
        }
    }

    /** Rows published before a restart, in the order of their ends. */
    public void recall(Measurement row) {
        if (row.metric() == Metric.FORECAST_FOOTFALL) {
            issued.put(row.window().start(), row);
        } else if (isTruth(row)) {
            learn(row);
            guess(row.window().end());
        }
    }

    private static boolean isTruth(Measurement row) {
        return row.metric() == Metric.FOOTFALL
                && row.grain() == Grain.HOUR
                && row.scope().equals(Scope.STORE)
                && row.state() != State.CLOSED
                && row.state() != State.INVALID;
    }

    private void judgeLateness(long index, double value) {
        Double early = provisional.remove(index);
        if (early != null && value > 0) {
            lateShare += SLOWLY * (Math.min(1, Math.abs(value - early) / value) - lateShare);
        }
        provisional.headMap(index).clear();
    }

    /**
     * The forecast as an hour begins.
     *
     * @param now the hour's start
     * @param lastHour the hour that just ended, as far as it is known now; null if it is not
     * @return rows that are new or have changed
     */
    public List<Measurement> issue(Instant now, @Nullable Measurement lastHour) {
        Double value = lastHour == null ? null : lastHour.value();
        if (lastHour != null && value != null && isTruth(lastHour)) {
            long index = index(lastHour.window().start());
            provisional.put(index, value);
            past.place(index, calendar.reading(lastHour.window().start()));
            if (lateShare <= LATE_SHARE && !past.knows(index)) {
                past.learn(index, value);
            }
        }
        issued.headMap(now).clear();
        waiting.headMap(index(now) - LEADS).clear();
        return rows(now, guess(now));
    }

    /** Guesses for the next 24 hours, kept until the hours are over. */
    private List<LeadModel.@Nullable Guess> guess(Instant now) {
        long known = index(now);
        long phase = Math.floorMod(now.getEpochSecond(), HOUR); // zones half an hour off
        double sunday = dayType.likeSunday(known);
        double[] today = new double[HOURS_OF_EVIDENCE];
        for (int i = 0; i < today.length; i++) {
            today[i] = off(known - 1 - i, known, sunday);
        }
        List<LeadModel.@Nullable Guess> guesses = new ArrayList<>(LEADS);
        for (int lead = 1; lead <= LEADS; lead++) {
            long target = known + lead - 1;
            past.place(target, calendar.reading(Instant.ofEpochSecond(target * HOUR + phase)));
            double share = past.sameDate(target, known - 1) ? sunday : 0;
            double base = mixed(past.profile(target, known), past.sundayProfile(target, known), share);
            LeadModel.@Nullable Guess guess =
                    Double.isNaN(base) ? null : models[lead - 1].guess(past, target, base, today);
            guesses.add(guess);
            if (guess != null) {
                waiting.computeIfAbsent(target, ignored -> new HashMap<>()).put(lead, guess);
            }
        }
        return guesses;
    }

    private double off(long index, long known, double sunday) {
        if (sunday == 0 || !past.knows(index) || !past.sameDate(index, known - 1)) {
            return past.residual(index, known);
        }
        double base = mixed(past.profile(index, index), past.sundayProfile(index, index), sunday);
        return Double.isNaN(base) ? 0 : HourPast.bounded(past.scaledValue(index) - base);
    }

    private static double mixed(double own, double sunday, double share) {
        return share == 0 || Double.isNaN(own) || Double.isNaN(sunday) ? own : (1 - share) * own + share * sunday;
    }

    private List<Measurement> rows(Instant now, List<LeadModel.@Nullable Guess> guesses) {
        List<Measurement> rows = new ArrayList<>();
        Instant start = now;
        while (start.isBefore(now.plusSeconds(LEADS * HOUR))) {
            Window hour = calendar.hourOf(start);
            int lead = (int) (index(start) - index(now));
            if (lead < LEADS && isOpen(hour)) {
                add(row(hour, guesses.get(lead), lead), rows);
            }
            start = hour.end();
        }
        return rows;
    }

    private boolean isOpen(Window hour) {
        return calendar.openSpans(calendar.dayOf(hour.start())).stream().anyMatch(hour::overlaps);
    }

    private void add(Measurement row, List<Measurement> rows) {
        Measurement before = issued.get(row.window().start());
        if (before == null || !before.saysTheSameAs(row)) {
            Measurement next = row.withRevision(before == null ? 0 : before.revision() + 1);
            issued.put(next.window().start(), next);
            rows.add(next);
        }
    }

    private Measurement row(Window hour, LeadModel.@Nullable Guess guess, int lead) {
        if (guess == null) {
            return row(hour, null, null, null, State.INVALID, new ForecastReason.NothingLikeIt());
        }
        double share = hour.length().toSeconds() / (double) HOUR;
        double value = HourPast.people(guess.scaled()) * share;
        double[] error = models[lead].band(past.hourOfDay(index(hour.start()))).interval();
        if (error == null) {
            return row(hour, rounded(value), null, null, State.ESTIMATED, new ForecastReason.IntervalUnlearned());
        }
        double low = Math.min(value, HourPast.people(guess.scaled() + error[0]) * share);
        double high = Math.max(value, HourPast.people(guess.scaled() + error[1]) * share);
        return row(hour, rounded(value), rounded(low), rounded(high), State.ESTIMATED, new ForecastReason.Forecast());
    }

    private static double rounded(double value) {
        return Math.rint(value * 10) / 10;
    }

    private static Measurement row(
            Window hour, @Nullable Double value, @Nullable Double low, @Nullable Double high, State state, Reason why) {
        return new Measurement(
                Metric.FORECAST_FOOTFALL,
                Scope.STORE,
                Grain.HOUR,
                hour,
                value,
                low,
                high,
                value == null ? 0 : 1,
                state,
                why,
                Basis.COUNTER,
                0);
    }
}
