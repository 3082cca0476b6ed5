package dev.footfall.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * When the store is open: spans per weekday, replaced on dated exceptions. A span may end after midnight.
 *
 * @param weekly open spans by weekday; a weekday without an entry is closed. An empty map means always open
 * @param exceptions open spans by date, replacing the weekday's; an empty list means closed
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> weekly, Map<LocalDate, List<Span>> exceptions) {

    /** A store without configured hours. */
    public static final OpeningHours ALWAYS = new OpeningHours(Map.of(), Map.of());

    public OpeningHours {
        weekly = Map.copyOf(weekly);
        exceptions = Map.copyOf(exceptions);
    }

    /**
     * One open span of a local day.
     *
     * @param openMinute minutes after local midnight, 0 to 1439
     * @param closeMinute minutes after local midnight, above {@code openMinute}; above 1440 means after the next midnight
     */
    public record Span(int openMinute, int closeMinute) {
        public Span {
            if (openMinute < 0 || openMinute >= 1440 || closeMinute <= openMinute || closeMinute > openMinute + 1440) {
                throw new IllegalArgumentException("opening span [" + openMinute + "-" + closeMinute
                        + "] must be minutes of one day, close after open");
            }
        }
    }

    public boolean alwaysOpen() {
        return weekly.isEmpty() && exceptions.isEmpty();
    }

    /** The spans that open on this local date; for an always-open store the whole day. */
    public List<Span> on(LocalDate date) {
        List<Span> exception = exceptions.get(date);
        if (exception != null) {
            return exception;
        }
        if (weekly.isEmpty()) {
            return List.of(new Span(0, 1440));
        }
        return weekly.getOrDefault(date.getDayOfWeek(), List.of());
    }
}
