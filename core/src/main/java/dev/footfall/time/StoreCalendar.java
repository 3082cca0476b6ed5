package dev.footfall.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns instants into the store's business days, local clock hours and open spans. Nothing else in the product knows a
 * time zone.
 */
public final class StoreCalendar {
    private static final long QUARTER_SECONDS = 15 * 60L;

    private final ZoneId zone;
    private final LocalTime dayStart;
    private final OpeningHours hours;
    private final ZoneRules rules;

    public StoreCalendar(ZoneId zone, LocalTime dayStart, OpeningHours hours) {
        this.zone = zone;
        this.dayStart = dayStart;
        this.hours = hours;
        this.rules = zone.getRules();
    }

    public ZoneId zone() {
        return zone;
    }

    /** The business day that contains the instant. */
    public BusinessDay dayOf(Instant at) {
        LocalDate date = at.atZone(zone).toLocalDate();
        if (at.isBefore(startOf(date))) {
            return day(date.minusDays(1));
        }
        if (!at.isBefore(startOf(date.plusDays(1)))) {
            return day(date.plusDays(1));
        }
        return day(date);
    }

    /** The business day that starts on the local date. */
    public BusinessDay day(LocalDate date) {
        return new BusinessDay(date, new Window(startOf(date), startOf(date.plusDays(1))));
    }

    /** The UTC-aligned quarter of an hour that contains the instant. */
    public Window quarterOf(Instant at) {
        long start = Math.floorDiv(at.getEpochSecond(), QUARTER_SECONDS) * QUARTER_SECONDS;
        return new Window(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + QUARTER_SECONDS));
    }

    /**
     * The local clock hour that contains the instant. The hour a clock change repeats is two windows; an hour it shortens
     * or lengthens has that length.
     */
    public Window hourOf(Instant at) {
        Instant start = hourStart(at);
        Instant end = start.plusSeconds(3600 - secondsIntoHour(start));
        var change = rules.nextTransition(start);
        if (change != null && change.getInstant().isBefore(end)) {
            end = endAcross(change, start, end);
        } else if (change != null && change.getInstant().equals(end)) {
            end = endAcross(change, start, end);
        }
        return new Window(start, end);
    }

    private Instant endAcross(java.time.zone.ZoneOffsetTransition change, Instant start, Instant plainEnd) {
        Instant moment = change.getInstant();
        LocalDateTime before = LocalDateTime.ofInstant(start, rules.getOffset(start));
        LocalDateTime after = change.getDateTimeAfter();
        boolean sameHour = before.toLocalDate().equals(after.toLocalDate()) && before.getHour() == after.getHour();
        boolean wholeHourRepeats = sameHour && moment.equals(plainEnd) && after.getMinute() == 0;
        if (!sameHour || wholeHourRepeats || moment.equals(plainEnd)) {
            return moment;
        }
        return moment;
    }

    private Instant hourStart(Instant at) {
        Instant plain = at.minusSeconds(secondsIntoHour(at)).minusNanos(at.getNano());
        var change = rules.previousTransition(at.plusNanos(1));
        return change != null && change.getInstant().isAfter(plain) ? change.getInstant() : plain;
    }

    private long secondsIntoHour(Instant at) {
        return Math.floorMod(at.getEpochSecond() + rules.getOffset(at).getTotalSeconds(), 3600L);
    }

    /** The windows of the grain that lie in the business day, in order. Hours cut by the day's ends belong to it whole. */
    public List<Window> windows(BusinessDay day, Grain grain) {
        return switch (grain) {
            case DAY -> List.of(day.window());
            case HOUR -> split(day.window(), grain);
            case QUARTER -> split(day.window(), grain);
        };
    }

    private List<Window> split(Window day, Grain grain) {
        List<Window> windows = new ArrayList<>(100);
        Instant at = day.start();
        while (at.isBefore(day.end())) {
            Window window = grain == Grain.HOUR ? hourOf(at) : quarterOf(at);
            windows.add(window);
            at = window.end();
        }
        return windows;
    }

    /** The open spans that begin on the business day's date, as instants, in order, clipped to the business day. */
    public List<Window> openSpans(BusinessDay day) {
        if (hours.alwaysOpen()) {
            return List.of(day.window());
        }
        List<Window> spans = new ArrayList<>();
        for (int back = 1; back >= -1; back--) {
            LocalDate date = day.date().minusDays(back);
            for (OpeningHours.Span span : hours.on(date)) {
                Instant open = local(date, span.openMinute());
                Instant close = local(date, span.closeMinute());
                Instant from =
                        open.isAfter(day.window().start()) ? open : day.window().start();
                Instant to = close.isBefore(day.window().end())
                        ? close
                        : day.window().end();
                if (to.isAfter(from)) {
                    spans.add(new Window(from, to));
                }
            }
        }
        return spans;
    }

    /** Seconds of the window in which the store is open, 0 when closed throughout. */
    public Duration openWithin(Window window, List<Window> openSpans) {
        Duration total = Duration.ZERO;
        for (Window span : openSpans) {
            if (span.overlaps(window)) {
                Instant from = span.start().isAfter(window.start()) ? span.start() : window.start();
                Instant to = span.end().isBefore(window.end()) ? span.end() : window.end();
                total = total.plus(Duration.between(from, to));
            }
        }
        return total;
    }

    private Instant startOf(LocalDate date) {
        return ZonedDateTime.of(date, dayStart, zone).toInstant();
    }

    private Instant local(LocalDate date, int minute) {
        LocalDateTime time = date.plusDays(minute / 1440).atStartOfDay().plusMinutes(minute % 1440);
        return ZonedDateTime.of(time, zone).toInstant();
    }
}
