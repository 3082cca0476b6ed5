package dev.footfall.metrics.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.time.BusinessDay;
import dev.footfall.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlowGridTest {
    private final DaySeconds day = new DaySeconds(new BusinessDay(
            LocalDate.parse("2026-11-24"),
            new Window(Instant.parse("2026-11-24T04:00:00Z"), Instant.parse("2026-11-25T04:00:00Z"))));
    private final FlowGrid grid = new FlowGrid(day);

    @Test
    void aSpreadLandsOnePersonWheneverAShareIsComplete() {
        grid.spread(0, 10_000, 2, 0, 1);

        assertThat(grid.in(0, 4)).isZero();
        assertThat(grid.in(4, 5)).isEqualTo(1);
        assertThat(grid.in(5, 9)).isZero();
        assertThat(grid.in(9, 10)).isEqualTo(1);
    }

    @Test
    void aWindowThatFillsAQuarterLandsInItWhole() {
        grid.spread(900_000, 1_800_000, 7, 3, 1);

        assertThat(grid.in(900, 1800)).isEqualTo(7);
        assertThat(grid.out(900, 1800)).isEqualTo(3);
        assertThat(grid.in(0, 86_400)).isEqualTo(7);
    }

    @Test
    void aWindowAcrossAQuartersEndIsSplitInProportion() {
        grid.spread(600_000, 1_200_000, 100, 0, 1);

        assertThat(grid.in(0, 900)).isEqualTo(50);
        assertThat(grid.in(900, 1800)).isEqualTo(50);
    }

    @Test
    void moreThanOnePersonASecondIsSpreadEvenly() {
        grid.spread(0, 10_000, 25, 0, 1);

        assertThat(grid.in(0, 1)).isEqualTo(2);
        assertThat(grid.in(1, 2)).isEqualTo(3);
        assertThat(grid.in(0, 10)).isEqualTo(25);
    }

    @Test
    void theBorderOfASecondSplitsAWindowOfLessThanASecond() {
        grid.spread(500, 1_500, 10, 0, 1);

        assertThat(grid.in(0, 1)).isEqualTo(5);
        assertThat(grid.in(1, 2)).isEqualTo(5);
    }

    @Test
    void whatLiesOutsideTheDayIsCountedWithinIt() {
        grid.spread(-600_000, 600_000, 10, 0, 1);
        grid.spread(-600_000, -300_000, 3, 0, 1);
        grid.spread(86_399_000, 86_700_000, 5, 0, 1);

        assertThat(grid.in(0, 1)).isEqualTo(3);
        assertThat(grid.in(0, 600)).isEqualTo(13);
        assertThat(grid.in(86_399, 86_400)).isEqualTo(5);
    }

    @Test
    void moreThanAMillionInOneSecondAreNoPeople() {
        for (int i = 0; i < 10; i++) {
            grid.add(5, Integer.MAX_VALUE, 1);
        }

        assertThat(grid.in(0, 900)).isEqualTo(grid.in(5, 6)).isEqualTo(1_000_000);
        assertThat(grid.out(0, 900)).isEqualTo(10);
    }

    @Test
    void takingASpreadBackLeavesNothing() {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            long from = random.nextLong(86_000_000);
            long to = from + 1 + random.nextLong(20_000_000);
            int in = random.nextInt(3000);
            int out = random.nextInt(3);
            grid.spread(from, to, in, out, 1);
            assertThat(grid.in(0, 86_400)).as("seed %d, round %d", seed, i).isEqualTo(in);
            assertThat(grid.out(0, 86_400)).isEqualTo(out);
            grid.spread(from, to, in, out, -1);
            int[] left = new int[900];
            for (int quarter = 0; quarter < 96; quarter++) {
                grid.addQuarter(quarter, 1, left, left);
            }
            assertThat(left).as("seed %d, round %d", seed, i).containsOnly(0);
        }
    }
}
