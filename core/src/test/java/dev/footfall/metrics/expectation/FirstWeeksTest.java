package dev.footfall.metrics.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class FirstWeeksTest {
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 1, 5, 0, 0);
    private final FirstWeeks weeks = new FirstWeeks(60);

    /** Days with a hundred people an hour on working days, four hundred at weekends. */
    private void days(int from, int to) {
        for (int hour = from * 24; hour < to * 24; hour++) {
            LocalDateTime at = MONDAY.plusHours(hour);
            weeks.learn(at, at.getDayOfWeek().getValue() > 5 ? 400 : 100);
        }
    }

    @Test
    void nothingIsUnusualBeforeThreeDaysAndADayOfErrorsAreKnown() {
        days(0, 3);
        assertThat(weeks.excess(MONDAY.plusDays(3), 1000)).isNaN();
        days(3, 4);
        assertThat(weeks.excess(MONDAY.plusDays(4), 1000)).isGreaterThan(1);
        assertThat(weeks.excess(MONDAY.plusDays(4), 100)).isCloseTo(0, within(1e-9));
    }

    @Test
    void theFirstWeekendsAreNotJudgedByWorkingDays() {
        days(0, 5);
        assertThat(weeks.excess(MONDAY.plusDays(5), 400)).isNaN();
        days(5, 13);
        assertThat(weeks.excess(MONDAY.plusDays(13), 400)).isCloseTo(0, within(1e-9));
    }

    @Test
    void oneDayThatWasOffDoesNotMoveWhatIsUsual() {
        days(0, 10);
        for (int hour = 0; hour < 24; hour++) {
            weeks.learn(MONDAY.plusDays(10).plusHours(hour), 0);
        }
        assertThat(weeks.excess(MONDAY.plusDays(11), 100)).isCloseTo(0, within(1e-9));
    }

    @Test
    void aValueAtTheUpperLimitIsOneOut() {
        days(0, 12);
        Limits limits = weeks.limits(MONDAY.plusDays(14));
        assertThat(limits.center()).isCloseTo(100, within(1e-9));
        assertThat(weeks.excess(MONDAY.plusDays(14), limits.high())).isCloseTo(1, within(1e-9));
        assertThat(weeks.excess(MONDAY.plusDays(14), limits.low())).isCloseTo(-1, within(1e-9));
    }

    @Test
    void whatNobodyEverCountedIsStillNoMatterOfLessThanAUnit() {
        for (int hour = 0; hour < 240; hour++) {
            weeks.learn(MONDAY.plusHours(hour), 0);
        }
        assertThat(weeks.excess(MONDAY.plusDays(10), 0.5)).isLessThan(1);
    }
}
