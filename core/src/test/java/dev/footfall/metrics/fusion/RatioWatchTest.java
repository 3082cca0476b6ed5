package dev.footfall.metrics.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.metrics.fusion.RatioWatch.Disagreement;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RatioWatchTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final int FIVE_DAYS = 5 * 40;

    private final RatioWatch watch = new RatioWatch();
    private final Random random = new Random(11);
    private int quarter;

    private @Nullable Disagreement see(double people, double share) {
        double mean = 3 * people * share;
        double counted = Math.max(0, mean + 2 * Math.sqrt(mean) * random.nextGaussian());
        return watch.see(START.plusSeconds(900L * quarter++), people, Math.round(counted));
    }

    private int falseFindings(int quarters) {
        int found = 0;
        for (int i = 0; i < quarters; i++) {
            found += see(20 + 15 * Math.sin(i / 6.0), 1) == null ? 0 : 1;
        }
        return found;
    }

    @Test
    void sourcesThatAgreeAreNotReported() {
        assertThat(falseFindings(20 * FIVE_DAYS)).isLessThanOrEqualTo(2);
    }

    @Test
    void aSensorThatHearsLessThanHalfIsReportedWithinAnHourAndAHalf() {
        falseFindings(FIVE_DAYS);
        Instant drop = START.plusSeconds(900L * quarter);
        Disagreement found = null;
        for (int i = 0; i < 6; i++) {
            found = see(30, 0.4);
        }

        assertThat(found).isNotNull();
        assertThat(found.since()).isBetween(drop.minusSeconds(900), drop.plusSeconds(1800));
        assertThat(found.share()).isBetween(0.25, 0.55);
    }

    @Test
    void itEndsWhenTheSensorIsBack() {
        falseFindings(FIVE_DAYS);
        for (int i = 0; i < 8; i++) {
            see(30, 0.4);
        }

        assertThat(watch.see(START.plusSeconds(900L * quarter), 30, 90)).isNull();
    }

    @Test
    void aDropOfPeopleIsNoDisagreement() {
        falseFindings(FIVE_DAYS);
        int found = 0;
        for (int i = 0; i < 12; i++) {
            found += see(8, 1) == null ? 0 : 1;
        }

        assertThat(found).isZero();
    }

    @Test
    void afterADayOfOpenHoursItIsTheNewNormal() {
        falseFindings(FIVE_DAYS);
        for (int i = 0; i < 80; i++) {
            see(30, 0.4);
        }

        assertThat(see(30, 0.4)).isNull();
    }

    @Test
    void anEmptyStoreTellsNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(watch.see(START.plusSeconds(900L * i), 0, 0)).isNull();
        }
    }
}
