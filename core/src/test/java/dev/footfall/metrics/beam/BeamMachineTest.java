package dev.footfall.metrics.beam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.metrics.beam.BeamFinding.Kind;
import dev.footfall.metrics.beam.Passage.Way;
import org.junit.jupiter.api.Test;

class BeamMachineTest {
    private final Door door = new Door(true);

    @Test
    void outerThenInnerIsIn() {
        assertThat(door.outer(0, 400).inner(100, 500).ways()).containsExactly(Way.IN);
    }

    @Test
    void innerThenOuterIsOut() {
        assertThat(door.inner(0, 400).outer(100, 500).ways()).containsExactly(Way.OUT);
    }

    @Test
    void itCountsWhenTheSecondBeamBreaks() {
        door.outer(1000, 1400).inner(1100, 1500).ways();
        assertThat(door.passages()).containsExactly(new Passage(Way.IN, 1100, true));
    }

    @Test
    void oneBeamAloneIsTurningBack() {
        assertThat(door.outer(0, 400).ways()).containsExactly(Way.TURNED_BACK);
    }

    @Test
    void goingBackFromBetweenTheBeamsIsTurningBack() {
        assertThat(door.outer(0, 900).inner(100, 700).ways()).containsExactly(Way.TURNED_BACK);
    }

    @Test
    void goingBackAfterLeavingTheOuterBeamIsTurningBack() {
        assertThat(door.outer(0, 300).inner(100, 900).outer(700, 1000).ways()).containsExactly(Way.TURNED_BACK);
    }

    @Test
    void aSecondPersonCloseBehindTheFirstCounts() {
        door.outer(0, 400).inner(100, 500).outer(450, 850).inner(550, 950);
        assertThat(door.ways()).containsExactly(Way.IN, Way.IN);
    }

    @Test
    void aGapThatOnlyOneBeamSawIsNoSecondPerson() {
        assertThat(door.outer(0, 300).outer(340, 600).inner(100, 700).ways()).containsExactly(Way.IN);
    }

    @Test
    void aThinBodyBreaksOneBeamAfterTheOther() {
        assertThat(door.outer(0, 60).inner(80, 140).ways()).containsExactly(Way.IN);
        assertThat(door.passages().getFirst().overlapped()).isFalse();
    }

    @Test
    void anotherTouchLongAfterIsAnotherVisit() {
        assertThat(door.outer(0, 60).inner(700, 760).ways()).containsExactly(Way.TURNED_BACK, Way.TURNED_BACK);
    }

    @Test
    void oneInAndOneOutRightAfterAreBoth() {
        door.outer(0, 300).inner(100, 450).inner(500, 800).outer(600, 900);
        assertThat(door.ways()).containsExactly(Way.IN, Way.OUT);
    }

    @Test
    void standingInTheBeamAndGoingOnIsOnePerson() {
        assertThat(door.outer(0, 20_000).inner(100, 20_200).ways()).containsExactly(Way.IN);
    }

    @Test
    void aBreakShorterThanTheDebounceIsNothing() {
        assertThat(door.outer(0, 24).ways()).isEmpty();
    }

    @Test
    void bounceAtBothEndsIsOnePersonDatedFromTheFirstEdge() {
        for (long i = 0; i < 5; i++) {
            door.outer(i * 8, i * 8 + 4).inner(300 + i * 8, 300 + i * 8 + 4);
        }
        door.outer(40, 400).outer(405, 410).outer(418, 421).inner(340, 600);
        assertThat(door.ways()).containsExactly(Way.IN);
        assertThat(door.passages().getFirst().at()).isEqualTo(300);
    }

    @Test
    void withoutDebounceEveryEdgeIsBelieved() {
        Door raw = new Door(new BeamSettings(false, 0, 500, 2500));
        assertThat(raw.outer(0, 1).outer(2, 3).ways()).containsExactly(Way.EITHER, Way.EITHER);
    }

    @Test
    void aSingleBeamCountsBreaksAndSaysThatItCannotTellTheDirection() {
        Door single = new Door(false);
        assertThat(single.outer(0, 400).outer(2000, 2400).ways()).containsExactly(Way.EITHER, Way.EITHER);
        assertThat(single.kinds()).containsExactly(Kind.NO_DIRECTION);
    }

    @Test
    void aBeamThatStaysBrokenIsBlockedUntilItClears() {
        door.found(Side.OUTER, true, 0).alive(2000);
        assertThat(door.kinds()).isEmpty();
        door.alive(60_000);
        assertThat(door.kinds()).containsExactly(Kind.BLOCKED);
        assertThat(door.machine().blockedSince()).isZero();
        door.edge(Side.OUTER, false, 61_000).alive(62_000);
        assertThat(door.kinds()).isEmpty();
        assertThat(door.ways()).containsExactly(Way.TURNED_BACK);
    }

    @Test
    void bothBrokenAtTheStartIsBlockedAndNobody() {
        door.found(Side.OUTER, true, 0).found(Side.INNER, true, 0).alive(10_000);
        assertThat(door.kinds()).containsExactly(Kind.BLOCKED, Kind.BLOCKED);
        door.edge(Side.OUTER, false, 20_000).edge(Side.INNER, false, 20_100);
        assertThat(door.ways()).doesNotContain(Way.IN, Way.OUT);
    }

    @Test
    void aSideThatIsNeverBrokenIsReported() {
        for (long i = 0; i < 20; i++) {
            door.outer(i * 5000, i * 5000 + 400);
        }
        door.alive(150_000);
        assertThat(door.kinds()).containsExactly(Kind.SILENT_SIDE);
        assertThat(door.machine().findings().getFirst().why().english())
                .startsWith("the inner beam was silent for 20 breaks of the outer beam");
        door.outer(200_000, 200_400).inner(200_100, 200_500).alive(210_000);
        assertThat(door.kinds()).isEmpty();
    }

    @Test
    void beamsThatNeverOverlapAreReportedAsMiswired() {
        for (long i = 0; i < 20; i++) {
            door.outer(i * 5000, i * 5000 + 100).inner(i * 5000 + 300, i * 5000 + 400);
        }
        door.alive(200_000);
        assertThat(door.kinds()).containsExactly(Kind.NEVER_OVERLAP);
        door.outer(300_000, 300_400).inner(300_100, 300_500).alive(310_000);
        assertThat(door.kinds()).isEmpty();
    }

    @Test
    void aLossThatTheKernelToldIsRecordedOnce() {
        door.edge(Side.OUTER, true, 0).lost(Side.OUTER, 3, 500).edge(Side.OUTER, true, 500);
        assertThat(door.machine().lostEdges()).isEqualTo(3);
        assertThat(door.kinds()).contains(Kind.LOST_EDGES);
    }

    @Test
    void twoEdgesAlikeAreOneLostBetweenThem() {
        door.edge(Side.OUTER, true, 0).edge(Side.OUTER, true, 500);
        assertThat(door.machine().lostEdges()).isEqualTo(1);
    }

    @Test
    void aClockSetBackJudgesWhatIsOpenAndBeginsAnew() {
        door.outer(10_000, 10_400).inner(10_100, 10_500).alive(10_510);
        door.outer(2_000, 2_400).inner(2_100, 2_500);
        assertThat(door.ways()).containsExactly(Way.IN, Way.IN);
    }

    @Test
    void aCrowdWithoutAQuietMomentIsJudgedInParts() {
        for (long i = 0; i < 200; i++) {
            door.outer(i * 450, i * 450 + 400).inner(i * 450 + 100, i * 450 + 500);
        }
        assertThat(door.ways()).hasSize(200).containsOnly(Way.IN);
    }

    @Test
    void nothingIsToldBeforeItIsKnownThatNobodyIsBetweenTheBeams() {
        door.edge(Side.OUTER, true, 0).edge(Side.INNER, true, 100).edge(Side.OUTER, false, 400);
        door.edge(Side.INNER, false, 500).alive(900);
        assertThat(door.passages()).isEmpty();
        door.alive(1100);
        assertThat(door.passages()).hasSize(1);
    }
}
