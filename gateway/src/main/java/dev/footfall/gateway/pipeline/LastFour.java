package dev.footfall.gateway.pipeline;

import dev.footfall.time.BusinessDay;
import dev.footfall.time.StoreCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last four same weekdays on which the store was open, folded when they become other ones. */
final class LastFour {
    private static final int DAYS = 4;
    private static final int WEEKS_BACK = 8;

    private final StoreCalendar calendar;
    private final List<Reference> references = new ArrayList<>();
    private List<LocalDate> dates = List.of();

    private record Reference(BusinessDay day, PastDay past) {}

    LastFour(StoreCalendar calendar) {
        this.calendar = calendar;
    }

    void of(LocalDate date, DayBook days) {
        List<LocalDate> wanted = datesBefore(date, days);
        if (wanted.equals(dates)) {
            return;
        }
        dates = wanted;
        references.clear();
        for (LocalDate then : wanted) {
            BusinessDay day = calendar.day(then);
            LocalDate before = then.minusDays(1);
            references.add(new Reference(
                    day, new PastDay(days.fold(day), days.knows(before) ? days.fold(calendar.day(before)) : null)));
        }
    }

    private List<LocalDate> datesBefore(LocalDate date, DayBook days) {
        List<LocalDate> found = new ArrayList<>();
        for (int week = 1; week <= WEEKS_BACK && found.size() < DAYS; week++) {
            LocalDate then = date.minusWeeks(week);
            if (days.knows(then) && !calendar.openSpans(calendar.day(then)).isEmpty()) {
                found.add(then);
            }
        }
        return found;
    }

    /** The mean of those that were valid up to the same local time; null if none was. */
    @Nullable
    Double mean(Instant now, PastDay.Choice choice) {
        double sum = 0;
        int count = 0;
        for (Reference reference : references) {
            Double value = reference.past.at(calendar.onDay(now, reference.day), choice);
            if (value != null) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? null : sum / count;
    }
}
