package dev.footfall.time;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of business days, hours and quarters around every clock change of every zone, 2024 to 2030. */
class EveryZoneTest {
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2031-01-01T00:00:00Z");
    private static final List<String> DAY_STARTS = List.of("00:00", "01:30", "02:00", "02:30", "04:00");

    /** Every zone of the time zone database; of those that share their rules, one. */
    static Stream<String> zones() {
        Map<ZoneRules, String> byRules = new LinkedHashMap<>();
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            byRules.putIfAbsent(ZoneId.of(id).getRules(), id);
        }
        return byRules.values().stream();
    }

    /** The dates around the zone's clock changes, and one plain date. */
    private static List<LocalDate> dates(ZoneId zone) {
        List<LocalDate> dates = new ArrayList<>(List.of(LocalDate.parse("2026-06-10")));
        ZoneOffsetTransition change = zone.getRules().nextTransition(FROM);
        while (change != null && change.getInstant().isBefore(TO)) {
            LocalDate date = change.getDateTimeBefore().toLocalDate();
            for (int offset = -2; offset <= 1; offset++) {
                dates.add(date.plusDays(offset));
            }
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return dates;
    }

    @ParameterizedTest
    @MethodSource("zones")
    void hoursAndQuartersPartitionEveryBusinessDay(String id) {
        ZoneId zone = ZoneId.of(id);
        for (String dayStart : DAY_STARTS) {
            StoreCalendar calendar = new StoreCalendar(zone, LocalTime.parse(dayStart), OpeningHours.ALWAYS);
            for (LocalDate date : dates(zone)) {
                BusinessDay day = calendar.day(date);
                Instant next = calendar.day(date.plusDays(1)).window().start();
                check(next.equals(day.window().end()), "%s does not end with the next day's start %s", day, next);
                assertPartition(day, calendar.windows(day, Grain.HOUR));
                assertPartition(day, calendar.windows(day, Grain.QUARTER));
                for (Window hour : calendar.windows(day, Grain.HOUR)) {
                    assertHour(calendar, day, hour);
                }
                for (Window quarter : calendar.windows(day, Grain.QUARTER)) {
                    check(quarter.equals(calendar.quarterOf(quarter.start())), "%s is no quarter", quarter);
                }
            }
        }
    }

    /** Millions of checks: the message is made only when one fails. */
    private static void check(boolean holds, String message, Object... values) {
        if (!holds) {
            fail(String.format(Locale.ROOT, message, values));
        }
    }

    private static void assertPartition(BusinessDay day, List<Window> windows) {
        Instant reached = day.window().start();
        for (Window window : windows) {
            check(window.start().equals(reached), "%s of %s should begin at %s", window, day, reached);
            reached = window.end();
        }
        check(reached.equals(day.window().end()), "the windows of %s end at %s", day, reached);
    }

    private static void assertHour(StoreCalendar calendar, BusinessDay day, Window hour) {
        Instant last = hour.end().minusMillis(1);
        for (Instant at : Arrays.asList(hour.start(), last)) {
            check(calendar.hourOf(at).equals(hour), "%s is not in %s", at, hour);
            check(calendar.dayOf(at).equals(day), "%s is not of %s", at, day);
        }
        LocalDateTime first = LocalDateTime.ofInstant(hour.start(), calendar.zone());
        LocalDateTime end = LocalDateTime.ofInstant(last, calendar.zone());
        check(hour.length().compareTo(Duration.ofHours(1)) <= 0, "%s is too long", hour);
        check(end.getHour() == first.getHour(), "%s is not one clock hour", hour);
        check(
                Duration.between(first, end).plusMillis(1).equals(hour.length()),
                "the clock does not run evenly in %s",
                hour);
    }

    @ParameterizedTest
    @MethodSource("zones")
    void anHourIsShortOnlyBesideAClockChangeOrTheDaysStart(String id) {
        ZoneId zone = ZoneId.of(id);
        StoreCalendar calendar = new StoreCalendar(zone, LocalTime.of(4, 0), OpeningHours.ALWAYS);
        for (LocalDate date : dates(zone)) {
            for (Window hour : calendar.windows(calendar.day(date), Grain.HOUR)) {
                boolean beside = isChange(zone, hour.start()) || isChange(zone, hour.end());
                if (!beside) {
                    check(hour.length().equals(Duration.ofHours(1)), "%s is short for no reason", hour);
                }
            }
        }
    }

    private static boolean isChange(ZoneId zone, Instant at) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(at.minusSeconds(1));
        return change != null && change.getInstant().equals(at);
    }
}
