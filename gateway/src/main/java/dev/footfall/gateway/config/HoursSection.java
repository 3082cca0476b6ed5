package dev.footfall.gateway.config;

import dev.footfall.time.OpeningHours;
import dev.footfall.time.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The section {@code store.hours}: open spans by day or range of days, and exceptions by date. */
final class HoursSection {
    private static final String EXCEPTIONS = "exceptions";

    private final Map<DayOfWeek, List<Span>> weekly = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, Value> weeklySource = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<Span>> exceptions = new TreeMap<>();
    private final Map<LocalDate, Value> exceptionSource = new TreeMap<>();

    private HoursSection() {}

    static OpeningHours read(Value value) {
        Section section = value.openSection();
        return section == null ? OpeningHours.ALWAYS : new HoursSection().read(section);
    }

    private OpeningHours read(Section section) {
        section.entries().forEach((key, value) -> {
            if (!key.equals(EXCEPTIONS)) {
                readDays(section, key, value);
            }
        });
        Value dated = section.part(EXCEPTIONS);
        Section dates = dated == null ? null : dated.openSection();
        if (dates != null) {
            dates.entries().forEach((key, value) -> readException(dates, key, value));
        }
        OpeningHours hours = new OpeningHours(weekly, exceptions);
        new HoursOverlap(hours, weeklySource, exceptionSource).report();
        return hours;
    }

    private void readDays(Section section, String key, Value value) {
        List<DayOfWeek> days = Days.parse(key);
        if (days.isEmpty()) {
            section.wrong(
                    key,
                    Rule.of("days", "must be a day like mon, a range of days like mon-fri, or exceptions{then}")
                            .then(Days.hint(key)));
            return;
        }
        List<Span> spans = Spans.read(value);
        for (DayOfWeek day : days) {
            Value earlier = weeklySource.putIfAbsent(day, value);
            if (earlier != null) {
                section.wrong(
                        key,
                        Rule.of(
                                "day-twice",
                                "gives {day} again, which line {line} has; name each day once",
                                "day",
                                Days.word(day),
                                "line",
                                earlier.line()));
                return;
            }
            weekly.put(day, spans);
        }
    }

    private void readException(Section dates, String key, Value value) {
        switch (TimeForms.DAY.read(key)) {
            case Form.Fits<LocalDate> fits -> {
                exceptions.put(fits.value(), Spans.read(value));
                exceptionSource.put(fits.value(), value);
            }
            case Form.Breaks<LocalDate> breaks -> dates.wrong(key, breaks.rule());
        }
    }
}
