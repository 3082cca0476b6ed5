package dev.footfall.gateway.pipeline;

import dev.footfall.time.BusinessDay;
import dev.footfall.time.StoreCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last four same weekdays on which the store was open, looked up once a day. */
final class LastFour {
    private static final int DAYS = 4;
    private static final int WEEKS_BACK = 8;

    private final StoreCalendar calendar;
    private final List<Reference> references = new ArrayList<>();
    private @Nullable LocalDate today;

    private record Reference(BusinessDay day, PastDay past) {}

    LastFour(StoreCalendar calendar) {
        this.calendar = calendar;
    }

    void of(LocalDate date, DayBook days) {
        if (date.equals(today)) {
            return;
        }
        today = date;
        references.clear();
        for (int week = 1; week <= WEEKS_BACK && references.size() < DAYS; week++) {
            LocalDate then = date.minusWeeks(week);
            BusinessDay day = calendar.day(then);
            if (days.knows(then) && !calendar.openSpans(day).isEmpty()) {
                LocalDate before = then.minusDays(1);
                references.add(new Reference(
                        day, new PastDay(days.fold(day), days.knows(before) ? days.fold(calendar.day(before)) : null)));
            }
        }
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
