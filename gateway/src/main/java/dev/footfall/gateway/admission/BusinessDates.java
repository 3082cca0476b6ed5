package dev.footfall.gateway.admission;

import dev.footfall.time.BusinessDay;
import dev.footfall.time.StoreCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The business day of one moment after another, which is nearly always that of the moment before. Thread-safe. */
final class BusinessDates {
    private final StoreCalendar calendar;
    private volatile @Nullable BusinessDay last;

    BusinessDates(StoreCalendar calendar) {
        this.calendar = calendar;
    }

    LocalDate of(Instant at) {
        BusinessDay day = last;
        if (day == null || !day.window().contains(at)) {
            day = calendar.dayOf(at);
            last = day;
        }
        return day.date();
    }
}
