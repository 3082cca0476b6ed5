package dev.footfall.gateway.cli.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NabScoreTest {
    private static final int ROWS = 1000;
    private static final NabScore.Window WINDOW = new NabScore.Window(500, 599);

    @Test
    void anAlertAtTheFirstRowOfAWindowIsWorthOne() {
        NabScore score = NabScore.of(List.of(500), List.of(WINDOW), ROWS);
        assertThat(score.score()).isCloseTo(1, within(1e-9));
        assertThat(score.hit()).isEqualTo(1);
        assertThat(score.falseAlerts()).isZero();
    }

    @Test
    void anAlertInTheMiddleIsWorthLessAndALaterOneInTheSameWindowNothing() {
        NabScore score = NabScore.of(List.of(550, 560), List.of(WINDOW), ROWS);
        assertThat(score.score()).isCloseTo(0.8597, within(1e-3));
    }

    @Test
    void aMissedWindowCostsOneAndAFalseAlertBeforeAnyWindowElevenHundredths() {
        NabScore score = NabScore.of(List.of(300), List.of(WINDOW), ROWS);
        assertThat(score.score()).isCloseTo(-1.11, within(1e-9));
        assertThat(score.falseAlerts()).isEqualTo(1);
    }

    @Test
    void aFalseAlertShortlyAfterAWindowCostsLess() {
        NabScore soon = NabScore.of(List.of(500, 605), List.of(WINDOW), ROWS);
        NabScore late = NabScore.of(List.of(500, 950), List.of(WINDOW), ROWS);
        assertThat(soon.score()).isGreaterThan(late.score());
        assertThat(late.score()).isCloseTo(1 - 0.11, within(1e-9));
    }

    @Test
    void alertsOfTheProbationAreNotJudged() {
        NabScore score = NabScore.of(List.of(100), List.of(), ROWS);
        assertThat(score.score()).isZero();
        assertThat(score.falseAlerts()).isZero();
    }
}
