package dev.footfall.metrics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StayPastTest {
    @Test
    void twoDaysTeachNothing() {
        assertThat(UsualStay.of(List.of(900.0, 920.0))).isEqualTo(UsualStay.UNKNOWN);
        assertThat(UsualStay.UNKNOWN.logLikelihood(3)).isZero();
    }

    @Test
    void daysThatAreAlikeNarrowWhatIsExpected() {
        UsualStay alike = UsualStay.of(List.of(900.0, 900.0, 900.0, 900.0));
        UsualStay different = UsualStay.of(List.of(500.0, 900.0, 1300.0, 700.0));

        assertThat(alike.minutes()).isCloseTo(15, within(1e-9));
        assertThat(alike.spread()).isEqualTo(0.05);
        assertThat(different.spread()).isGreaterThan(0.2);
    }

    @Test
    void anUnusualDayIsUnlikelyButNeverImpossible() {
        UsualStay usual = UsualStay.of(List.of(900.0, 910.0, 890.0));

        assertThat(usual.logLikelihood(15)).isGreaterThan(usual.logLikelihood(20));
        assertThat(usual.logLikelihood(60)).isCloseTo(Math.log(0.1), within(1e-6));
    }
}
