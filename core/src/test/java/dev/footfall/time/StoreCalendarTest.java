package dev.footfall.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreCalendarTest {

    private static StoreCalendar calendar(String zone, String dayStart) {
        return calendar(zone, dayStart, OpeningHours.ALWAYS);
    }

    private static StoreCalendar calendar(String zone, String dayStart, OpeningHours hours) {
        return new StoreCalendar(ZoneId.of(zone), LocalTime.parse(dayStart), hours);
    }

    private static List<Window> hours(StoreCalendar calendar, String date) {
        return calendar.windows(calendar.day(LocalDate.parse(date)), Grain.HOUR);
    }

    private static Instant utc(String time) {
        return Instant.parse(time);
    }

    @Test
    void theBusinessDayBeginsAtItsStartAndNotAtMidnight() {
        StoreCalendar shanghai = calendar("Asia/Shanghai", "04:00");

        assertThat(shanghai.dayOf(utc("2026-11-23T19:59:59.999Z")).date()).isEqualTo("2026-11-23");
        assertThat(shanghai.dayOf(utc("2026-11-23T20:00:00Z")).date()).isEqualTo("2026-11-24");
        assertThat(shanghai.dayOf(utc("2026-11-23T20:00:00Z")).window())
                .isEqualTo(new Window(utc("2026-11-23T20:00:00Z"), utc("2026-11-24T20:00:00Z")));
    }

    @Test
    void theShortDayHas23HoursAndTheMissingHourHasNoWindow() {
        List<Window> hours = hours(calendar("Europe/Berlin", "00:00"), "2026-03-29");

        assertThat(hours).hasSize(23);
        assertThat(hours.get(1)).isEqualTo(new Window(utc("2026-03-29T00:00:00Z"), utc("2026-03-29T01:00:00Z")));
        assertThat(hours.get(2)).isEqualTo(new Window(utc("2026-03-29T01:00:00Z"), utc("2026-03-29T02:00:00Z")));
    }

    @Test
    void theLongDayHas25HoursAndTheRepeatedHourIsTwoWindows() {
        List<Window> hours = hours(calendar("Europe/Berlin", "00:00"), "2026-10-25");

        assertThat(hours).hasSize(25).allMatch(hour -> hour.length().equals(Duration.ofHours(1)));
        assertThat(hours.get(2).start()).isEqualTo("2026-10-25T00:00:00Z");
        assertThat(hours.get(3).start()).isEqualTo("2026-10-25T01:00:00Z");
    }

    @Test
    void theBusinessDayFromFourContainsItsMorningsClockChange() {
        // The change on Sunday at 2 or 3 lies in Saturday's business day.
        assertThat(hours(calendar("Europe/Berlin", "04:00"), "2026-03-28")).hasSize(23);
        assertThat(hours(calendar("Europe/Berlin", "04:00"), "2026-03-29")).hasSize(24);
        assertThat(hours(calendar("Europe/Berlin", "04:00"), "2026-10-24")).hasSize(25);
    }

    @Test
    void halfAnHourBackIsTwoWindowsOf60And30Minutes() {
        // Lord Howe, first Sunday in April: at 2:00 back to 1:30.
        List<Window> hours = hours(calendar("Australia/Lord_Howe", "00:00"), "2026-04-05");

        assertThat(hours).hasSize(25);
        assertThat(hours.get(1)).isEqualTo(new Window(utc("2026-04-04T14:00:00Z"), utc("2026-04-04T15:00:00Z")));
        assertThat(hours.get(2)).isEqualTo(new Window(utc("2026-04-04T15:00:00Z"), utc("2026-04-04T15:30:00Z")));
        assertThat(hours.get(3)).isEqualTo(new Window(utc("2026-04-04T15:30:00Z"), utc("2026-04-04T16:30:00Z")));
    }

    @Test
    void halfAnHourForwardIsOneWindowOf30Minutes() {
        // Lord Howe, first Sunday in October: at 2:00 on to 2:30.
        List<Window> hours = hours(calendar("Australia/Lord_Howe", "00:00"), "2026-10-04");

        assertThat(hours).hasSize(24);
        assertThat(hours.get(2)).isEqualTo(new Window(utc("2026-10-03T15:30:00Z"), utc("2026-10-03T16:00:00Z")));
        assertThat(hours)
                .filteredOn(hour -> hour.length().equals(Duration.ofMinutes(30)))
                .hasSize(1);
    }

    @Test
    void hoursOfHalfAndQuarterHourZonesBeginOnTheLocalClockHour() {
        assertThat(calendar("Asia/Kolkata", "04:00").hourOf(utc("2026-11-24T10:29:59Z")))
                .isEqualTo(new Window(utc("2026-11-24T09:30:00Z"), utc("2026-11-24T10:30:00Z")));
        assertThat(calendar("Asia/Kathmandu", "04:00").hourOf(utc("2026-11-24T10:15:00Z")))
                .isEqualTo(new Window(utc("2026-11-24T10:15:00Z"), utc("2026-11-24T11:15:00Z")));
    }

    @Test
    void anHourCutByTheBusinessDaysStartBelongsToEachDayInPart() {
        StoreCalendar calendar = calendar("UTC", "04:30");

        assertThat(calendar.hourOf(utc("2026-11-24T04:29:00Z")))
                .isEqualTo(new Window(utc("2026-11-24T04:00:00Z"), utc("2026-11-24T04:30:00Z")));
        assertThat(calendar.hourOf(utc("2026-11-24T04:30:00Z")))
                .isEqualTo(new Window(utc("2026-11-24T04:30:00Z"), utc("2026-11-24T05:00:00Z")));
    }

    @Test
    void aDayWhoseStartIsSkippedBeginsWithTheClockChange() {
        // New York skips 2:00 to 3:00; the clock reads 2:30 or later from 3:00 on.
        StoreCalendar newYork = calendar("America/New_York", "02:30");

        assertThat(newYork.day(LocalDate.parse("2026-03-08")).window().start()).isEqualTo("2026-03-08T07:00:00Z");
        assertThat(newYork.dayOf(utc("2026-03-08T06:59:59Z")).date()).isEqualTo("2026-03-07");
        assertThat(newYork.dayOf(utc("2026-03-08T07:00:00Z")).date()).isEqualTo("2026-03-08");
    }

    @Test
    void aDayWhoseStartComesTwiceBeginsTheFirstTime() {
        StoreCalendar newYork = calendar("America/New_York", "01:30");

        assertThat(newYork.day(LocalDate.parse("2026-11-01")).window().start()).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(newYork.dayOf(utc("2026-11-01T06:15:00Z")).date()).isEqualTo("2026-11-01");
    }

    @Test
    void quartersAreAlignedToUtc() {
        assertThat(calendar("UTC", "04:00").quarterOf(utc("2026-11-24T10:14:59.999Z")))
                .isEqualTo(new Window(utc("2026-11-24T10:00:00Z"), utc("2026-11-24T10:15:00Z")));
        assertThat(calendar("UTC", "04:00")
                        .quarterOf(utc("1969-12-31T23:59:59Z"))
                        .end())
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void theClockIsTheStoresClock() {
        assertThat(calendar("Asia/Kolkata", "04:00").clock(utc("2026-11-24T10:04:59.5Z")))
                .isEqualTo(LocalTime.of(15, 34));
    }

    private static OpeningHours weekly(int open, int close) {
        return new OpeningHours(
                Map.of(DayOfWeek.TUESDAY, List.of(new OpeningHours.Span(open, close))),
                Map.of(LocalDate.parse("2026-12-01"), List.of()));
    }

    private static List<Window> openSpans(StoreCalendar calendar, String date) {
        return calendar.openSpans(calendar.day(LocalDate.parse(date)));
    }

    @Test
    void openSpansAreThoseOfTheWeekdayAndNoneOnAClosedException() {
        StoreCalendar calendar = calendar("UTC", "04:00", weekly(10 * 60, 22 * 60));

        assertThat(openSpans(calendar, "2026-11-24"))
                .containsExactly(new Window(utc("2026-11-24T10:00:00Z"), utc("2026-11-24T22:00:00Z")));
        assertThat(openSpans(calendar, "2026-11-25")).isEmpty();
        assertThat(openSpans(calendar, "2026-12-01")).isEmpty();
    }

    @Test
    void aCloseAfterMidnightStaysInTheBusinessDayAsFarAsItReaches() {
        StoreCalendar calendar = calendar("UTC", "04:00", weekly(20 * 60, 29 * 60));

        assertThat(openSpans(calendar, "2026-11-24"))
                .containsExactly(new Window(utc("2026-11-24T20:00:00Z"), utc("2026-11-25T04:00:00Z")));
        assertThat(openSpans(calendar, "2026-11-25"))
                .containsExactly(new Window(utc("2026-11-25T04:00:00Z"), utc("2026-11-25T05:00:00Z")));
    }

    @Test
    void spansThatOverlapOrTouchAreOne() {
        OpeningHours hours = new OpeningHours(
                Map.of(
                        DayOfWeek.MONDAY, List.of(new OpeningHours.Span(1200, 2000)),
                        DayOfWeek.TUESDAY, List.of(new OpeningHours.Span(900, 1000), new OpeningHours.Span(500, 900))),
                Map.of());

        assertThat(openSpans(calendar("UTC", "00:00", hours), "2026-11-24"))
                .containsExactly(new Window(utc("2026-11-24T00:00:00Z"), utc("2026-11-24T16:40:00Z")));
    }

    @Test
    void anAlwaysOpenStoreIsOpenTheWholeDay() {
        StoreCalendar calendar = calendar("Europe/Berlin", "04:00");
        BusinessDay day = calendar.day(LocalDate.parse("2026-10-24"));

        assertThat(calendar.openSpans(day)).containsExactly(day.window());
        assertThat(calendar.openWithin(day.window(), calendar.openSpans(day))).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void openTimeWithinAWindowIsTheOverlap() {
        StoreCalendar calendar = calendar("UTC", "04:00", weekly(10 * 60 + 5, 22 * 60));
        List<Window> spans = openSpans(calendar, "2026-11-24");

        assertThat(calendar.openWithin(calendar.quarterOf(utc("2026-11-24T10:00:00Z")), spans))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(calendar.openWithin(calendar.quarterOf(utc("2026-11-24T09:00:00Z")), spans))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void openingHoursOnTheShortDayAreTheClocks() {
        OpeningHours hours =
                new OpeningHours(Map.of(DayOfWeek.SUNDAY, List.of(new OpeningHours.Span(150, 600))), Map.of());

        // 2:30 does not exist that day: open from 3:00 summer time, which is 1:00 UTC, until 10:00, 8:00 UTC.
        assertThat(openSpans(calendar("Europe/Berlin", "00:00", hours), "2026-03-29"))
                .containsExactly(new Window(utc("2026-03-29T01:00:00Z"), utc("2026-03-29T08:00:00Z")));
    }

    @Test
    void everyLocalTimeLiesInTheHourOfItsName() {
        StoreCalendar calendar = calendar("America/St_Johns", "04:00");
        for (Window hour : hours(calendar, "2026-10-31")) {
            LocalDateTime start = LocalDateTime.ofInstant(hour.start(), calendar.zone());
            LocalDateTime last = LocalDateTime.ofInstant(hour.end().minusSeconds(1), calendar.zone());
            assertThat(last.getHour()).isEqualTo(start.getHour());
        }
    }
}
