package dev.footfall.metrics.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.metrics.expectation.Limits.Mode;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void sigmaIsThreeStandardDeviationsAroundTheMean() {
        Limits limits = Limits.of(Mode.SIGMA, new double[] {50, 60, 70});
        assertThat(limits.center()).isEqualTo(60);
        assertThat(limits.high()).isCloseTo(90, within(1e-9));
        assertThat(limits.low()).isCloseTo(30, within(1e-9));
    }

    @Test
    void theLowerLimitIsNeverBelowZero() {
        assertThat(Limits.of(Mode.SIGMA, new double[] {0, 10, 20}).low()).isZero();
    }

    @Test
    void imrIsTheMeanMovingRange() {
        // Moving ranges 10, 20, 10: their mean is 40 / 3.
        Limits limits = Limits.of(Mode.IMR, new double[] {50, 60, 40, 50});
        assertThat(limits.center()).isEqualTo(50);
        assertThat(limits.high()).isCloseTo(50 + 2.66 * 40 / 3, within(1e-9));
    }

    @Test
    void countsThatScatterLikeChanceHaveThePoissonsLimits() {
        // For a mean of 4: P(X ≤ 10) = 0.99716, P(X ≤ 11) = 0.99908.
        Limits limits = Limits.of(Mode.COUNT, new double[] {3, 4, 5, 4, 4, 4, 3, 5});
        assertThat(limits.high()).isEqualTo(11);
        assertThat(limits.low()).isZero();
    }

    @Test
    void countsThatScatterMoreThanChanceHaveWiderLimits() {
        double[] calm = {48, 52, 50, 47, 53, 50, 49, 51};
        double[] wild = {20, 80, 50, 35, 65, 50, 30, 70};
        assertThat(Limits.of(Mode.COUNT, wild).high())
                .isGreaterThan(Limits.of(Mode.COUNT, calm).high() + 20);
    }

    @Test
    void onePointMakesNoChart() {
        assertThatThrownBy(() -> Limits.of(Mode.SIGMA, new double[] {3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have at least 2");
    }
}
