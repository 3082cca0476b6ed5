package dev.footfall.gateway.config;

import dev.footfall.time.OpeningHours;
import dev.footfall.time.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds open spans that overlap: within a day, or where one runs past midnight into the next day's. Overlapping time would
 * count twice in everything that is measured per open hour.
 */
final class HoursOverlap {
    private static final int DAY = 24 * 60;

    private final OpeningHours hours;
    private final Map<DayOfWeek, Value> weekly;
    private final Map<LocalDate, Value> exceptions;

    HoursOverlap(OpeningHours hours, Map<DayOfWeek, Value> weekly, Map<LocalDate, Value> exceptions) {
        this.hours = hours;
        this.weekly = weekly;
        this.exceptions = exceptions;
    }

    void report() {
        weekly.forEach((day, value) -> {
            List<Span> next = hours.weekly().getOrDefault(day.plus(1), List.of());
            check(value, hours.weekly().getOrDefault(day, List.of()), next, Days.word(day.plus(1)));
        });
        for (LocalDate date : datesToCheck()) {
            Value value = exceptions.getOrDefault(date, exceptions.get(date.plusDays(1)));
            if (value != null) {
                LocalDate next = date.plusDays(1);
                check(value, hours.on(date), hours.on(next), next.toString());
            }
        }
    }

    /** An exception meets the day before it and the day after it. */
    private Set<LocalDate> datesToCheck() {
        Set<LocalDate> dates = new TreeSet<>(exceptions.keySet());
        exceptions.keySet().forEach(date -> dates.add(date.minusDays(1)));
        return dates;
    }

    private static void check(Value value, List<Span> spans, List<Span> next, String nextDay) {
        for (int i = 0; i < spans.size(); i++) {
            for (Span later : spans.subList(i + 1, spans.size())) {
                if (overlap(spans.get(i), later, 0)) {
                    value.wrong(Rule.of(
                            "overlap", "must not overlap: {a} and {b}", "a", text(spans.get(i)), "b", text(later)));
                }
            }
            for (Span tomorrow : next) {
                if (overlap(spans.get(i), tomorrow, DAY)) {
                    value.wrong(Rule.of(
                            "overlap-next",
                            "must not overlap: {a} and {b} of {day}",
                            "a",
                            text(spans.get(i)),
                            "b",
                            text(tomorrow),
                            "day",
                            nextDay));
                }
            }
        }
    }

    private static boolean overlap(Span a, Span b, int shift) {
        return a.openMinute() < b.closeMinute() + shift && b.openMinute() + shift < a.closeMinute();
    }

    private static String text(Span span) {
        int close = span.closeMinute() > DAY ? span.closeMinute() - DAY : span.closeMinute();
        return "%02d:%02d-%02d:%02d".formatted(span.openMinute() / 60, span.openMinute() % 60, close / 60, close % 60);
    }
}
