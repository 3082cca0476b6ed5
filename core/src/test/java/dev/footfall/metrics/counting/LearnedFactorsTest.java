package dev.footfall.metrics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.metrics.counting.DayTotals.EntranceTotal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedFactorsTest {

    private static DayTotals day(double in, double out, double completeness) {
        return new DayTotals(
                LocalDate.parse("2026-11-24"),
                List.of(new EntranceTotal("a", in / 2, out), new EntranceTotal("b", in / 2, 0)),
                completeness);
    }

    @Test
    void theFactorsBalanceWhatEarlierDaysCounted() {
        LearnedFactors learned = LearnedFactors.from(List.of(day(100, 90, 1), day(200, 180, 1)));

        assertThat(learned.fIn()).isCloseTo(0.95, within(1e-12));
        assertThat(learned.fOut()).isCloseTo(285 / 270.0, within(1e-12));
        assertThat(learned.days()).isEqualTo(2);
    }

    @Test
    void incompleteAndOneSidedDaysTeachNothing() {
        assertThat(LearnedFactors.from(List.of(day(100, 50, 0.9), day(0, 50, 1), day(100, 0, 1))))
                .isEqualTo(LearnedFactors.NONE);
    }

    @Test
    void theErrorIsTheBalancesVariancePerCrossingAndGivesWayToEvidenceSlowly() {
        List<DayTotals> days = List.of(day(110, 90, 1), day(90, 110, 1));
        double observed = 20 * 20 / 200.0;

        assertThat(LearnedFactors.from(days).perCrossingError()).isCloseTo((5 * 0.02 + 2 * observed) / 7, within(1e-9));
        assertThat(LearnedFactors.from(Collections.nCopies(95, day(100, 100, 1)))
                        .perCrossingError())
                .isCloseTo(0.001, within(1e-9));
    }

    @Test
    void aWeekdayThatDiffersIsBelievedTheMoreOfItsDaysWereSeen() {
        List<DayTotals> days = new ArrayList<>();
        for (int n = 0; n < 56; n++) {
            LocalDate date = LocalDate.parse("2026-09-28").plusDays(n);
            boolean monday = date.getDayOfWeek() == DayOfWeek.MONDAY;
            days.add(new DayTotals(date, List.of(new EntranceTotal("a", monday ? 120 : 100, 100)), 1));
        }
        LearnedFactors monday = LearnedFactors.from(days, DayOfWeek.MONDAY);
        LearnedFactors tuesday = LearnedFactors.from(days, DayOfWeek.TUESDAY);

        assertThat(monday.fIn() * 120).isCloseTo(monday.fOut() * 100, within(2.5));
        assertThat(tuesday.fIn() * 100).isCloseTo(tuesday.fOut() * 100, within(0.5));
        assertThat(monday.perCrossingError())
                .isLessThan(LearnedFactors.from(days).perCrossingError());
    }

    @Test
    void aWeekdayNeverSeenIsTakenToBeLikeDaysOfItsKind() {
        List<DayTotals> days = new ArrayList<>();
        LocalDate monday = LocalDate.of(2026, 1, 5);
        for (int i = 0; i < 6; i++) {
            boolean saturday = i == 5;
            days.add(new DayTotals(monday.plusDays(i), List.of(new EntranceTotal("a", saturday ? 130 : 100, 100)), 1));
        }
        double sunday = LearnedFactors.from(days, DayOfWeek.SUNDAY).fOut();
        double tuesday = LearnedFactors.from(days, DayOfWeek.TUESDAY).fOut();

        assertThat(sunday).isCloseTo((1 + Math.sqrt(1.3 * 630 / 600)) / 2, within(1e-9));
        assertThat(tuesday).isLessThan(1.01);
    }
}
