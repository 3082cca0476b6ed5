package dev.footfall.metrics.space;

import static dev.footfall.metrics.TestDay.find;
import static dev.footfall.metrics.TestDay.row;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.store.StoreConfig.CountBasis;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZoneTest {
    private static final Scope A = new Scope.Zone("a");

    /** Zone a: 2 to 4 m on both axes; b: 6 to 8 m. */
    private final TestStore store = new TestStore()
            .plan(10, 10)
            .zone("a", 2, 2, 4, 2, 4, 4, 2, 4)
            .zone("b", 6, 2, 8, 2, 8, 4, 6, 4)
            .sensor("cam", null, null, Map.of());

    private final TestDay day = store.fold();

    private ZoneTest at(String time, double x, double y) {
        return at("t1", time, x, y);
    }

    private ZoneTest at(String track, String time, double x, double y) {
        day.add("cam", time, new Fact.Position(track, x, y));
        return this;
    }

    private @Nullable Double quarter(Metric metric) {
        return value(day.quarter("10:00"), metric, A);
    }

    @Test
    void aWalkThroughAZoneIsOneEntryAndTheSecondsInside() {
        // 1 m/s along y = 3 from x = 1 to 5: inside from 2 to 4.
        at("10:00:00", 1, 3).at("10:00:04", 5, 3);

        assertThat(quarter(Metric.ZONE_ENTRIES)).isEqualTo(1);
        assertThat(quarter(Metric.PERSON_SECONDS)).isCloseTo(2, within(1e-6));
        assertThat(value(day.quarter("10:00"), Metric.PERSON_SECONDS)).isCloseTo(4, within(1e-6));
        assertThat(quarter(Metric.ZONE_ENGAGED)).isEqualTo(0);
    }

    @Test
    void medianAndNinetiethPercentileAreThoseOfTheStays() {
        for (int person = 1; person <= 5; person++) {
            String track = "t" + person;
            at(track, "10:0" + person + ":00", 3, 3).at(track, "10:0" + person + ":0" + Math.min(person, 4), 3, 3);
        }

        assertThat(value(day.hour("10:00"), Metric.DWELL_MEDIAN, A)).isEqualTo(3);
        assertThat(value(day.hour("10:00"), Metric.DWELL_P90, A)).isEqualTo(4);
        assertThat(value(day.hour("10:00"), Metric.DWELL_MEAN, A)).isCloseTo(14 / 5.0, within(1e-9));
        assertThat(find(day.quarter("10:00"), Metric.DWELL_MEDIAN, A)).isEmpty();
    }

    @Test
    void whereNobodyEnteredThereIsNoMedian() {
        at("10:00:00", 9, 9).at("10:00:04", 9, 9);

        Measurement median = row(day.hour("10:00"), Metric.DWELL_MEDIAN, A);
        assertThat(median.value()).isNull();
        assertThat(median.reason()).endsWith("nobody entered");
    }

    @Test
    void whatStandsInAZoneForHoursIsNoStayAndIsCounted() {
        for (int second = 0; second <= 4 * 3600; second += 4) {
            String time = LocalTime.of(10, 0).plusSeconds(second).toString();
            at("mannequin", time.length() == 5 ? time + ":00" : time, 3, 3);
        }
        at("t1", "11:00:00", 3, 3).at("t1", "11:00:04", 3, 3);

        Measurement median = row(day.wholeDay(), Metric.DWELL_MEDIAN, A);
        assertThat(median.value()).isEqualTo(4);
        assertThat(median.reason()).endsWith("1 stays beyond the cap left out");
    }

    @Test
    void aFirstFixInsideIsAnEntry() {
        at("10:00:00", 3, 3);

        assertThat(quarter(Metric.ZONE_ENTRIES)).isEqualTo(1);
        assertThat(quarter(Metric.PERSON_SECONDS)).isEqualTo(0);
    }

    @Test
    void secondsAreCutAtTheQuartersEnd() {
        at("10:14:58", 3, 3).at("10:15:02", 3, 3);

        assertThat(value(day.quarter("10:00"), Metric.PERSON_SECONDS, A)).isEqualTo(2);
        assertThat(value(day.quarter("10:15"), Metric.PERSON_SECONDS, A)).isEqualTo(2);
        assertThat(value(day.quarter("10:15"), Metric.ZONE_ENTRIES, A)).isEqualTo(0);
    }

    @Test
    void whoTurnsBackWithin20CentimetresHasNotEntered() {
        at("10:00:00", 1, 3).at("10:00:01", 2.15, 3).at("10:00:02", 1, 3);

        assertThat(quarter(Metric.ZONE_ENTRIES)).isEqualTo(0);
        assertThat(quarter(Metric.PERSON_SECONDS)).isGreaterThan(0.2).isLessThan(0.3);
    }

    @Test
    void whoTurnsBackBeyond20CentimetresHasEntered() {
        at("10:00:00", 1, 3).at("10:00:01", 2.25, 3).at("10:00:02", 1, 3);

        assertThat(quarter(Metric.ZONE_ENTRIES)).isEqualTo(1);
    }

    @Test
    void theEntrysTimeIsThatOfTheBorderNotOfTheCertainty() {
        // Crosses the border half a second before the quarter ends, is certain only after it.
        at("10:14:59", 1.9, 3).at("10:15:00", 2.1, 3).at("10:15:01", 2.3, 3);

        assertThat(value(day.quarter("10:00"), Metric.ZONE_ENTRIES, A)).isEqualTo(1);
        assertThat(value(day.quarter("10:15"), Metric.ZONE_ENTRIES, A)).isEqualTo(0);
    }

    @Test
    void steppingOutBriefly_isTheSameStay() {
        at("10:00:00", 3, 3)
                .at("10:00:04", 3.9, 3)
                .at("10:00:05", 4.1, 3)
                .at("10:00:06", 3.9, 3)
                .at("10:00:11", 3, 3);

        assertThat(quarter(Metric.ZONE_ENTRIES)).isEqualTo(1);
        assertThat(quarter(Metric.ZONE_ENGAGED)).isEqualTo(1);
    }

    @Test
    void leavingAndComingBackAreTwoEntries() {
        at("10:00:00", 3, 3).at("10:00:01", 5, 3).at("10:00:02", 3, 3);

        assertThat(quarter(Metric.ZONE_ENTRIES)).isEqualTo(2);
    }

    @Test
    void crossingTwoCornersOfAnLShapeInOneStepIsTwoEntries() {
        TestDay bent = new TestStore()
                .plan(10, 10)
                .zone("a", 0, 0, 6, 0, 6, 4, 4, 4, 4, 2, 2, 2, 2, 4, 0, 4)
                .sensor("cam", null, null, Map.of())
                .fold();
        // A U open to positive y; along y = 3 from x = 1 to 5: inside to 2, out to 4, inside again.
        bent.add("cam", "10:00:00", new Fact.Position("t", 1, 3)).add("cam", "10:00:04", new Fact.Position("t", 5, 3));

        assertThat(value(bent.quarter("10:00"), Metric.ZONE_ENTRIES, A)).isEqualTo(2);
        assertThat(value(bent.quarter("10:00"), Metric.PERSON_SECONDS, A)).isCloseTo(2, within(1e-6));
    }

    @Test
    void aStayOfTenSecondsIsEngagedAndCountsWhereItBegan() {
        at("10:14:56", 3, 3).at("10:15:01", 3, 3).at("10:15:06", 3, 3);
        at("t2", "10:00:00", 3, 3).at("t2", "10:00:04.900", 3, 3).at("t2", "10:00:09.800", 3, 3);

        assertThat(quarter(Metric.ZONE_ENGAGED)).isEqualTo(1);
        assertThat(quarter(Metric.ZONE_ENGAGEMENT)).isEqualTo(0.5);
        assertThat(value(day.quarter("10:15"), Metric.ZONE_ENGAGED, A)).isEqualTo(0);
    }

    @Test
    void aGapOfMoreThanFiveSecondsEndsATrack() {
        at("10:00:00", 3, 3).at("10:00:05", 3, 3).at("10:00:10.001", 3, 3);

        assertThat(quarter(Metric.ZONE_ENTRIES)).isEqualTo(2);
        assertThat(quarter(Metric.PERSON_SECONDS)).isEqualTo(5);
    }

    @Test
    void aFixOlderThanItsTracksLastIsLeftOutAndCounted() {
        at("10:00:00", 3, 3).at("10:00:02", 3, 3).at("10:00:01", 9, 9);

        assertThat(quarter(Metric.PERSON_SECONDS)).isEqualTo(2);
        assertThat(day.fold.outOfOrder()).isEqualTo(1);
    }

    @Test
    void occupancyOfAZoneIsItsMeanAndItsMostAtAnySecond() {
        at("10:00:00", 3, 3).at("10:00:04", 3, 3);
        at("t2", "10:00:02", 3, 3).at("t2", "10:00:06", 3, 3);

        assertThat(quarter(Metric.OCCUPANCY)).isCloseTo(8 / 900.0, within(1e-9));
        assertThat(quarter(Metric.OCCUPANCY_MAX)).isEqualTo(2);
    }

    @Test
    void consecutiveZonesOfATrackAreATransitionWhateverLiesBetween() {
        for (int i = 0; i < 10; i++) {
            String track = "t" + i;
            at(track, "10:00:00", 3, 3).at(track, "10:00:02", 5, 3).at(track, "10:00:04", 7, 3);
        }

        assertThat(value(day.quarter("10:00"), Metric.TRANSITIONS, new Scope.Flow("a", "b")))
                .isEqualTo(10);
        assertThat(day.fold.flows(day.window("10:00", "10:30"), day.closed())).hasSize(1);
    }

    @Test
    void fewerTransitionsThanTheFloorAreNotPublished() {
        for (int i = 0; i < 9; i++) {
            at("t" + i, "10:00:00", 3, 3).at("t" + i, "10:00:04", 7, 3);
        }

        assertThat(find(day.quarter("10:00"), Metric.TRANSITIONS, new Scope.Flow("a", "b")))
                .isEmpty();
        assertThat(day.fold.flows(day.day().window(), day.closed())).isEmpty();
    }

    @Test
    void aZoneGrazedOnTheWayIsNoStationOfIt() {
        TestDay walks =
                store.zone("grazed", 4.8, 2.9, 5.2, 2.9, 5.2, 3.1, 4.8, 3.1).fold();
        for (int i = 0; i < 10; i++) {
            walks.add("cam", "10:00:00", new Fact.Position("t" + i, 3, 3));
            walks.add("cam", "10:00:04", new Fact.Position("t" + i, 7, 3));
        }

        assertThat(value(walks.quarter("10:00"), Metric.TRANSITIONS, new Scope.Flow("a", "b")))
                .isEqualTo(10);
        assertThat(value(walks.quarter("10:00"), Metric.ZONE_ENTRIES, new Scope.Zone("grazed")))
                .isEqualTo(0);
    }

    @Test
    void theHeatIndexComparesShareOfTimeWithShareOfArea() {
        // 30 s in a (4 m²), 10 s in b (4 m²): three quarters of the time in half of the area.
        for (int i = 0; i <= 30; i += 5) {
            at("a", "10:00:%02d".formatted(i), 3, 3);
        }
        for (int i = 0; i <= 10; i += 5) {
            at("b", "10:01:%02d".formatted(i), 7, 3);
        }

        assertThat(quarter(Metric.HEAT_INDEX)).isCloseTo(1.5, within(1e-9));
        assertThat(value(day.quarter("10:00"), Metric.HEAT_INDEX, new Scope.Zone("b")))
                .isCloseTo(0.5, within(1e-9));
        assertThat(value(day.hour("10:00"), Metric.DWELL_MEAN, A)).isCloseTo(30, within(1e-9));
        assertThat(value(day.quarter("11:00"), Metric.HEAT_INDEX, A)).isNull();
    }

    @Test
    void exposureIsZoneEntriesPerStoreEntry() {
        TestDay both =
                store.entrance("main", CountBasis.IN).door("door-1", "main").fold();
        both.add("door-1", "10:00", Fact.Crossing.event(4, 0)).add("cam", "10:01", new Fact.Position("t", 3, 3));

        assertThat(value(both.quarter("10:00"), Metric.ZONE_EXPOSURE, A)).isEqualTo(0.25);
        assertThat(find(day.quarter("10:00"), Metric.ZONE_EXPOSURE, A)).isEmpty();
    }

    @Test
    void aStoreWithoutAnythingThatSeesZonesHasNoZoneRows() {
        TestDay blind = store.entrance("main", CountBasis.IN)
                .door("door-1", "main")
                .fold()
                .alive("door-1", "cam");

        List<Measurement> rows = blind.quarter("10:00");
        assertThat(rows).noneMatch(row -> row.scope() instanceof Scope.Zone);
        assertThat(find(rows, Metric.PERSON_SECONDS, Scope.STORE)).isEmpty();
    }

    @Test
    void linesCountTracksInBothDirectionsAtTheTimeOfTheCrossing() {
        TestDay lines = store.line("mid", 5, 0, 5, 10, null).fold();
        // s(P) = (bx−ax)(py−ay) − (by−ay)(px−ax) = −10 (px − 5): from larger to smaller x is forward.
        lines.add("cam", "10:14:59", new Fact.Position("t", 5.1, 5));
        lines.add("cam", "10:15:01", new Fact.Position("t", 4.5, 5));
        lines.add("cam", "10:15:03", new Fact.Position("t", 6, 5));

        assertThat(value(lines.quarter("10:00"), Metric.LINE_FORWARD, new Scope.Line("mid")))
                .isEqualTo(1);
        assertThat(value(lines.quarter("10:15"), Metric.LINE_BACKWARD, new Scope.Line("mid")))
                .isEqualTo(1);
    }

    @Test
    void whoTurnsBackWithin20CentimetresOfALineHasNotCrossedIt() {
        TestDay lines = store.line("mid", 5, 0, 5, 10, null).fold();
        lines.add("cam", "10:00:00", new Fact.Position("t", 6, 5));
        lines.add("cam", "10:00:01", new Fact.Position("t", 4.9, 5));
        lines.add("cam", "10:00:02", new Fact.Position("t", 6, 5));

        assertThat(value(lines.quarter("10:00"), Metric.LINE_FORWARD, new Scope.Line("mid")))
                .isEqualTo(0);
        assertThat(value(lines.quarter("10:00"), Metric.LINE_BACKWARD, new Scope.Line("mid")))
                .isEqualTo(0);
    }

    @Test
    void whoWalksAroundALinesEndHasNotCrossedIt() {
        TestDay lines = store.line("mid", 5, 4, 5, 6, null).fold();
        lines.add("cam", "10:00:00", new Fact.Position("t", 6, 7)).add("cam", "10:00:02", new Fact.Position("t", 4, 7));

        assertThat(value(lines.quarter("10:00"), Metric.LINE_FORWARD, new Scope.Line("mid")))
                .isEqualTo(0);
    }

    @Test
    void whoEndsJustBeyondALineHasCrossedIt() {
        TestDay lines = store.line("mid", 5, 0, 5, 10, null).fold();
        lines.add("cam", "10:00:00", new Fact.Position("t", 6, 5))
                .add("cam", "10:00:01", new Fact.Position("t", 4.9, 5));

        assertThat(row(lines.quarter("10:00"), Metric.LINE_FORWARD, new Scope.Line("mid"))
                        .value())
                .isEqualTo(1);
    }
}
