package dev.footfall.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentRateTest {
    private static final Instant START = Instant.parse("2026-11-22T06:00:00Z");

    private final RecentRate rate = new RecentRate();

    private void everySecond(int from, int until) {
        for (int second = from; second < until; second++) {
            rate.happened(START.plusSeconds(second));
        }
    }

    @Test
    void nothingIsSaidBeforeHalfAMinuteHasBeenWatched() {
        everySecond(0, 20);

        assertThat(rate.perMinute(START, START.plusSeconds(20))).isNull();
    }

    @Test
    void aYoungRateIsOverTheTimeWatched() {
        everySecond(0, 60);

        assertThat(rate.perMinute(START, START.plusSeconds(60))).isEqualTo(60.0);
    }

    @Test
    void whatIsOlderThanFiveMinutesIsForgotten() {
        everySecond(0, 600);
        assertThat(rate.perMinute(START, START.plusSeconds(605))).isCloseTo(60, within(1.1));

        assertThat(rate.perMinute(START, START.plusSeconds(750))).isCloseTo(30, within(2.0));
        assertThat(rate.perMinute(START, START.plusSeconds(900))).isZero();
        assertThat(rate.perMinute(START, START.plusSeconds(100_000))).isZero();
    }

    @Test
    void lateNewsOfTheLastFiveMinutesCountsAndOlderNewsDoesNot() {
        rate.happened(START.plusSeconds(1000));
        rate.happened(START.plusSeconds(900));
        rate.happened(START);

        assertThat(rate.perMinute(START, START.plusSeconds(1000))).isCloseTo(2 / 4.83, within(0.01));
    }
}
