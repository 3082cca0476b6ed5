package dev.footfall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ManualCountTest {

    @Test
    void theBiasIsAShareOfWhatWasCountedByHand() {
        assertThat(new ManualCount(95.0, 100).within(0.03).bias()).isCloseTo(-0.05, within(1e-12));
        assertThat(new ManualCount(104.0, 100).within(0.03).bias()).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void theIntervalHoldsTheTrueBiasInNineOfTenAudits() {
        Random random = new Random(11);
        int held = 0;
        for (int audit = 0; audit < 1000; audit++) {
            int seen = 0;
            for (int person = 0; person < 200; person++) {
                seen += random.nextDouble() < 0.93 ? 1 : 0;
            }
            ManualCount.Verdict verdict = new ManualCount((double) seen, 200).within(0.05);
            Double low = verdict.low();
            Double high = verdict.high();
            held += low != null && high != null && low <= -0.07 && -0.07 <= high ? 1 : 0;
        }
        assertThat(held).as("seed 11").isBetween(870, 980);
    }

    @Test
    void aPerfectShortCountIsNotYetKnownToBePerfect() {
        ManualCount.Verdict verdict = new ManualCount(10.0, 10).within(0.02);

        assertThat(verdict.bias()).isZero();
        assertThat(verdict.low()).isLessThan(-0.1);
        assertThat(verdict.more()).isGreaterThan(100);
    }

    @Test
    void whoHasCountedEnoughNeedNotCountOn() {
        assertThat(new ManualCount(9900.0, 10_000).within(0.03).more()).isZero();
    }

    @Test
    void nobodyCountedIsASentenceAndNoDivision() {
        ManualCount.Verdict verdict = new ManualCount(3.0, 0).within(0.03);

        assertThat(verdict.bias()).isNull();
        assertThat(verdict.reason()).contains("nobody was counted by hand", "counted 3");
    }

    @Test
    void aSilentSensorCannotBeAudited() {
        assertThat(new ManualCount(null, 40).within(0.03).reason()).contains("does not know");
    }

    @Test
    void impossibleQuestionsAreRefused() {
        assertThatThrownBy(() -> new ManualCount(1.0, -1)).hasMessageContaining("[-1]");
        assertThatThrownBy(() -> new ManualCount(1.0, 1).within(0)).hasMessageContaining("[0.0]");
    }
}
