package dev.footfall.gateway.config;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days of the week as the file writes them: {@code mon}, {@code mon-fri}, {@code sat-mon}. */
final class Days {
    private static final List<String> WORDS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private Days() {}

    static String word(DayOfWeek day) {
        return WORDS.get(day.ordinal());
    }

    /** The days in order, a range may run over the week's end; empty if the text names none. */
    static List<DayOfWeek> parse(String text) {
        String[] ends = text.split("-", -1);
        int first = WORDS.indexOf(ends[0]);
        int last = WORDS.indexOf(ends[ends.length - 1]);
        if (ends.length > 2 || first < 0 || last < 0 || ends.length == 2 && first == last) {
            return List.of();
        }
        List<DayOfWeek> days = new ArrayList<>();
        for (int day = first; ; day = (day + 1) % 7) {
            days.add(DayOfWeek.of(day + 1));
            if (day == last) {
                return days;
            }
        }
    }

    /** {@code ; did you mean mon-fri?} for {@code Monday-Friday}, else nothing. */
    static @Nullable Rule hint(String text) {
        List<String> shortened = new ArrayList<>();
        for (String end : text.toLowerCase(Locale.ROOT).split("-", -1)) {
            String start = end.strip();
            shortened.add(start.length() > 3 ? start.substring(0, 3) : start);
        }
        String meant = String.join("-", shortened);
        return parse(meant).isEmpty() ? null : Nearest.perhaps(meant);
    }
}
