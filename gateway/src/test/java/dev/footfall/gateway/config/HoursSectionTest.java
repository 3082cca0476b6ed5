package dev.footfall.gateway.config;

import static dev.footfall.gateway.config.Samples.assertRefused;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.time.OpeningHours;
import dev.footfall.time.OpeningHours.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursSectionTest {

    @Test
    void daysRangesListsAndDatesAreRead() {
        OpeningHours hours = hours("""
                mon-thu: "10:00-22:00"
                fri: ["10:00-13:00", "15:00-24:00"]
                sat: 10:00-13:00, 15:00-02:00
                exceptions:
                  "2026-10-01": "09:00-23:00"
                  2027-02-17: closed
                """);
        assertThat(hours.weekly())
                .containsEntry(MONDAY, List.of(new Span(600, 1320)))
                .containsEntry(THURSDAY, List.of(new Span(600, 1320)))
                .containsEntry(FRIDAY, List.of(new Span(600, 780), new Span(900, 1440)))
                .containsEntry(SATURDAY, List.of(new Span(600, 780), new Span(900, 1560)))
                .doesNotContainKey(SUNDAY);
        assertThat(hours.exceptions())
                .containsEntry(LocalDate.of(2026, 10, 1), List.of(new Span(540, 1380)))
                .containsEntry(LocalDate.of(2027, 2, 17), List.of());
    }

    @Test
    void aRangeMayRunOverTheWeeksEnd() {
        assertThat(hours("sat-mon: \"10:00-22:00\"\n").weekly()).containsOnlyKeys(SATURDAY, SUNDAY, MONDAY);
        assertThat(hours("sun-tue: closed\n").weekly()).containsOnlyKeys(SUNDAY, MONDAY, TUESDAY);
    }

    @Test
    void midnightIsTheDaysEndAsACloseAndItsStartAsAnOpen() {
        assertThat(hours("mon: \"00:00-24:00\"\ntue: \"22:00-00:00\"\n").weekly())
                .containsEntry(MONDAY, List.of(new Span(0, 1440)))
                .containsEntry(TUESDAY, List.of(new Span(1320, 1440)));
    }

    @Test
    void withoutHoursTheStoreIsAlwaysOpen() {
        assertThat(Samples.config(Samples.MINIMAL).store().hours().alwaysOpen()).isTrue();
        assertThat(Samples.config(Samples.STORE + "  hours:\n" + Samples.SENSOR)
                        .store()
                        .hours()
                        .alwaysOpen())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            monday: closed         | monday must be a day like mon, a range of days like mon-fri, or exceptions; did you mean mon?
            Mon-Friday: closed     | Mon-Friday must be a day like mon, a range of days like mon-fri, or exceptions; did you mean mon-fri?
            mon-mon: closed        | mon-mon must be a day like mon, a range of days like mon-fri, or exceptions
            weekend: closed        | weekend must be a day like mon, a range of days like mon-fri, or exceptions
            mon: 10-22             | mon [10-22] must be spans like 10:00-22:00, from 00:00 to 24:00, or closed
            mon: 10:00-25:00       | mon [10:00-25:00] must be spans like 10:00-22:00, from 00:00 to 24:00, or closed
            mon: 24:00-25:00       | mon [24:00-25:00] must be spans like 10:00-22:00, from 00:00 to 24:00, or closed
            mon: 10:00-24:30       | mon [10:00-24:30] must be spans like 10:00-22:00, from 00:00 to 24:00, or closed
            mon: 10:00-10:00       | mon [10:00-10:00] must close at another time than it opens; the whole day is 00:00-24:00
            mon: open              | mon [open] must be spans like 10:00-22:00, from 00:00 to 24:00, or closed
            mon: []                | mon is an empty list; write closed for a closed day
            mon: {a: b}            | mon must be a single value
            mon: [closed]          | mon[0] [closed] must stand alone, not in a list
            exceptions: closed     | exceptions [closed] must be a section of keys and values
            """)
    void whatCannotBeReadIsNamed(String line, String problem) {
        assertRefused(yaml(line + "\n"), "store.yaml:5: store.hours." + problem);
    }

    @Test
    void aDayIsNamedOnce() {
        assertRefused(
                yaml("mon-fri: closed\nfri: closed\n"),
                "store.yaml:6: store.hours.fri gives fri again, which line 5 has; name each day once");
    }

    @Test
    void spansMustNotOverlapWithinADay() {
        assertRefused(
                yaml("mon: 10:00-14:00, 13:00-18:00\n"),
                "store.yaml:5: store.hours.mon [10:00-14:00, 13:00-18:00] must not overlap: 10:00-14:00 and 13:00-18:00");
        assertThat(hours("mon: 10:00-14:00, 14:00-18:00\n").weekly()).hasSize(1);
    }

    @Test
    void aSpanMustNotRunIntoTheNextDaysSpan() {
        assertRefused(
                yaml("sat: 18:00-04:00\nsun: 03:00-10:00\n"),
                "store.yaml:5: store.hours.sat [18:00-04:00] must not overlap: 18:00-04:00 and 03:00-10:00 of sun");
        assertRefused(
                yaml("sun: 18:00-11:00\nmon: 10:00-12:00\n"),
                "store.yaml:5: store.hours.sun [18:00-11:00] must not overlap: 18:00-11:00 and 10:00-12:00 of mon");
    }

    @Test
    void anExceptionMustNotMeetTheDaysAroundIt() {
        assertRefused(
                yaml("mon-sun: 10:00-02:00\nexceptions:\n  2026-10-01: 01:00-12:00\n"),
                "store.yaml:7: store.hours.exceptions.2026-10-01 [01:00-12:00] must not overlap: 10:00-02:00 and"
                        + " 01:00-12:00 of 2026-10-01");
        assertRefused(
                yaml("mon-sun: 10:00-20:00\nexceptions:\n  2026-10-01: 20:00-11:00\n"),
                "store.yaml:7: store.hours.exceptions.2026-10-01 [20:00-11:00] must not overlap: 20:00-11:00 and"
                        + " 10:00-20:00 of 2026-10-02");
    }

    @Test
    void aDateMustExist() {
        assertRefused(
                yaml("exceptions:\n  2026-02-29: closed\n  1 Oct: closed\n"),
                "store.yaml:6: store.hours.exceptions.2026-02-29 must be a date like 2026-10-01",
                "store.yaml:7: store.hours.exceptions.1 Oct must be a date like 2026-10-01");
    }

    private static OpeningHours hours(String lines) {
        return Samples.config(yaml(lines)).store().hours();
    }

    private static String yaml(String lines) {
        return Samples.STORE + "  hours:\n" + lines.indent(4) + Samples.SENSOR;
    }
}
