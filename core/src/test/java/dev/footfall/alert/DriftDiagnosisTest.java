package dev.footfall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.alert.DriftDiagnosis.Cause;
import dev.footfall.alert.DriftDiagnosis.EntranceDay;
import dev.footfall.alert.DriftDiagnosis.Finding;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftDiagnosisTest {
    private static final List<EntranceDay> USUAL = doors(1000, 800, 600, 800);
    private static final List<List<EntranceDay>> BEFORE = Collections.nCopies(14, USUAL);

    private static List<EntranceDay> doors(double mainIn, double mainOut, double mallIn, double mallOut) {
        return List.of(new EntranceDay("main", mainIn, mainOut), new EntranceDay("mall", mallIn, mallOut));
    }

    private static Finding only(List<EntranceDay> today, List<List<EntranceDay>> before) {
        List<Finding> findings = DriftDiagnosis.of(today, 20.0, before);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    @Test
    void aBalancedStoreWhoseDoorsAreNotIsInOrder() {
        assertThat(DriftDiagnosis.of(USUAL, 20.0, BEFORE)).isEmpty();
        assertThat(DriftDiagnosis.of(USUAL, 20.0, List.of())).isEmpty();
    }

    @Test
    void aDoorTurnedRoundIsNamed() {
        Finding found = only(doors(1000, 800, 800, 600), BEFORE);

        assertThat(found.cause()).isEqualTo(Cause.REVERSED_LINE);
        assertThat(found.entrance()).isEqualTo("mall");
        assertThat(found.why().english()).contains("entrance mall", "reversed", "+25.0 %");
    }

    @Test
    void aSideThatLosesCountsIsNamedWithItsDoor() {
        Finding found = only(doors(1000, 450, 600, 800), BEFORE);

        assertThat(found.cause()).isEqualTo(Cause.ONE_SIDE_FAILING);
        assertThat(found.entrance()).isEqualTo("main");
        assertThat(found.why().english()).contains("exits look lost");
    }

    @Test
    void aSideThatNeverCountsNeedsNoHistory() {
        Finding found = only(List.of(new EntranceDay("main", 200, 0)), List.of());

        assertThat(found.cause()).isEqualTo(Cause.ONE_SIDE_FAILING);
    }

    @Test
    void aLastingSurplusAtTheOnlyDoorIsADoorWithoutASensor() {
        List<EntranceDay> day = List.of(new EntranceDay("main", 1000, 850));

        Finding found = only(day, Collections.nCopies(14, day));
        assertThat(found.cause()).isEqualTo(Cause.UNCOVERED_DOOR);
        assertThat(found.why().english()).contains("people leave where nothing counts");
    }

    @Test
    void aSurplusOfAllDoorsAlikeIsADoorWithoutASensor() {
        Finding found = only(doors(1000, 700, 600, 700), BEFORE);

        assertThat(found.cause()).isEqualTo(Cause.UNCOVERED_DOOR);
        assertThat(found.entrance()).isEmpty();
    }

    @Test
    void peopleWhoLeaveBeforeTheyComeWalkThroughAReversedLine() {
        List<EntranceDay> day = List.of(new EntranceDay("main", 1000, 1000));

        List<Finding> found = DriftDiagnosis.of(day, -30.0, List.of());
        assertThat(found).singleElement().extracting(Finding::cause).isEqualTo(Cause.REVERSED_LINE);
    }

    @Test
    void aFewPeopleMoreOrLessAreNoFault() {
        assertThat(DriftDiagnosis.of(List.of(new EntranceDay("main", 12, 10)), 2.0, List.of()))
                .isEmpty();
        assertThat(DriftDiagnosis.of(List.of(new EntranceDay("main", 0, 0)), null, List.of()))
                .isEmpty();
    }
}
