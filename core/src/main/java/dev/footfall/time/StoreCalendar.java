package dev.footfall.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns instants into the store's business days, local clock hours and open spans. Nothing else in the product knows a
 * time zone. Quarters are aligned to UTC, so zones whose offset is no multiple of 15 minutes (all of them historical)
 * are out of range.
 */
public final class StoreCalendar {
    private static final long QUARTER_SECONDS = 15 * 60L;
    private static final long HOUR_SECONDS = 60 * 60L;

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

    /** The store's clock at the instant, to the minute. */
    public LocalTime clock(Instant at) {
        return LocalTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
    }

    /** The instant with the store's offset from UTC at it. */
    public OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, zone);
    }

    /** Date and time on the store's clock at the instant. */
    public LocalDateTime reading(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }

    /** The business day that contains the instant. */
    public BusinessDay dayOf(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, zone);
        if (at.isBefore(startOf(date))) {
            return day(date.minusDays(1));
        }
        // A clock set back at midnight gives the last hours of a date twice, the second time after the next day's
        // start.
        return at.isBefore(startOf(date.plusDays(1))) ? day(date) : day(date.plusDays(1));
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
     * The local clock hour that contains the instant. A clock change ends one window and begins another, so a repeated
     * hour is two windows and an hour cut short has the length that is left; so does an hour cut by the business day's
     * start, because every hour belongs to one day.
     */
    public Window hourOf(Instant at) {
        long second = at.getEpochSecond();
        long intoHour = Math.floorMod(second + rules.getOffset(at).getTotalSeconds(), HOUR_SECONDS);
        Instant start = Instant.ofEpochSecond(second - intoHour);
        Instant end = start.plusSeconds(HOUR_SECONDS);
        ZoneOffsetTransition last = rules.previousTransition(at.plusNanos(1));
        ZoneOffsetTransition next = rules.nextTransition(at);
        Window day = dayOf(at).window();
        return new Window(
                latest(latest(start, day.start()), last == null ? start : last.getInstant()),
                earliest(earliest(end, day.end()), next == null ? end : next.getInstant()));
    }

    /** The windows of the grain in the business day, in order; together they are the day exactly. */
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
            Instant end = (grain == Grain.HOUR ? hourOf(at) : quarterOf(at)).end();
            windows.add(new Window(at, earliest(end, day.end())));
            at = end;
        }
        return windows;
    }

    /**
     * When the store is open within the business day, in order and without overlap. A span that opened the evening
     * before counts until it closes.
     */
    public List<Window> openSpans(BusinessDay day) {
        if (hours.alwaysOpen()) {
            return List.of(day.window());
        }
        List<Window> spans = new ArrayList<>();
        for (int offset = -1; offset <= 1; offset++) {
            LocalDate date = day.date().plusDays(offset);
            for (OpeningHours.Span span : hours.on(date)) {
                Instant open =
                        latest(local(date, span.openMinute()), day.window().start());
                Instant close =
                        earliest(local(date, span.closeMinute()), day.window().end());
                if (open.isBefore(close)) {
                    spans.add(new Window(open, close));
                }
            }
        }
        return merged(spans);
    }

    private static List<Window> merged(List<Window> spans) {
        spans.sort(Comparator.comparing(Window::start));
        List<Window> merged = new ArrayList<>(spans.size());
        for (Window span : spans) {
            Window last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || last.end().isBefore(span.start())) {
                merged.add(span);
            } else {
                merged.set(merged.size() - 1, new Window(last.start(), latest(last.end(), span.end())));
            }
        }
        return merged;
    }

    /** How long the store is open within the window; zero when closed throughout. */
    public Duration openWithin(Window window, List<Window> openSpans) {
        Duration total = Duration.ZERO;
        for (Window span : openSpans) {
            if (span.overlaps(window)) {
                total = total.plus(
                        Duration.between(latest(span.start(), window.start()), earliest(span.end(), window.end())));
            }
        }
        return total;
    }

    /** The moment of another business day at which clocks in the store show what they show at this instant. */
    public Instant onDay(Instant at, BusinessDay other) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        long afterMidnight = ChronoUnit.DAYS.between(dayOf(at).date(), local.toLocalDate());
        return other.date()
                .plusDays(afterMidnight)
                .atTime(local.toLocalTime())
                .atZone(zone)
                .toInstant();
    }

    private Instant startOf(LocalDate date) {
        return firstReading(LocalDateTime.of(date, dayStart));
    }

    private Instant local(LocalDate date, int minute) {
        return firstReading(date.atStartOfDay().plusMinutes(minute));
    }

    /** The first instant at which the store's clock reads this time or, where a change skips it, anything later. */
    private Instant firstReading(LocalDateTime time) {
        ZoneOffsetTransition change = rules.getTransition(time);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        return time.toInstant(rules.getOffset(time));
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
