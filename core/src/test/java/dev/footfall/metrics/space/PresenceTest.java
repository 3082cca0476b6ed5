package dev.footfall.metrics.space;

import static dev.footfall.metrics.TestDay.row;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final Scope A = new Scope.Zone("a");
    private static final Scope B = new Scope.Zone("b");

    private final TestDay day = new TestStore()
            .zone("a", 0, 0, 2, 0, 2, 2, 0, 2)
            .zone("b", 4, 0, 6, 0, 6, 2, 4, 2)
            .camera("cam", Map.of("cam_a", "a", "cam_b", "b"))
            .fold();

    private PresenceTest sees(String id, String time, String... zones) {
        day.add("cam", time, new Fact.Presence(id, List.of(zones), false));
        return this;
    }

    private PresenceTest ends(String id, String time, String... zones) {
        day.add("cam", time, new Fact.Presence(id, List.of(zones), true));
        return this;
    }

    private PresenceTest level(String time, String zone, int count) {
        day.add("cam", time, new Fact.ZoneLevel(zone, count));
        return this;
    }

    private @Nullable Double quarter(Metric metric) {
        return value(day.quarter("10:00"), metric, A);
    }

    @Test
    void aVisitLastsFromFirstMentionToTheOneWithoutTheZone() {
        sees("p1", "10:00:00").sees("p1", "10:00:10", "cam_a").sees("p1", "10:00:30", "cam_a");
        sees("p1", "10:00:50").ends("p1", "10:01:00");

        assertThat(quarter(Metric.ZONE_ENTRIES)).isEqualTo(1);
        assertThat(quarter(Metric.ZONE_ENGAGED)).isEqualTo(1);
        assertThat(quarter(Metric.PERSON_SECONDS)).isEqualTo(40);
        assertThat(value(day.quarter("10:00"), Metric.PERSON_SECONDS)).isEqualTo(40);
        assertThat(row(day.quarter("10:00"), Metric.ZONE_ENTRIES, A).state()).isNotEqualTo(State.ESTIMATED);
    }

    @Test
    void theEndOfAPersonEndsAllVisits() {
        sees("p1", "10:00:00", "cam_a", "cam_b")
                .ends("p1", "10:00:20", "cam_a", "cam_b")
                .sees("p1", "10:00:40");

        assertThat(quarter(Metric.PERSON_SECONDS)).isEqualTo(20);
        assertThat(value(day.quarter("10:00"), Metric.PERSON_SECONDS, B)).isEqualTo(20);
        assertThat(value(day.quarter("10:00"), Metric.PERSON_SECONDS))
                .as("one person, though in two zones")
                .isEqualTo(20);
    }

    @Test
    void whoIsNotMentionedForFiveMinutesLeftWithTheLastMention() {
        sees("p1", "10:00:00", "cam_a").sees("p1", "10:01:00", "cam_a").sees("p1", "10:06:01", "cam_a");

        assertThat(quarter(Metric.PERSON_SECONDS)).isEqualTo(60);
        assertThat(quarter(Metric.ZONE_ENTRIES)).isEqualTo(2);
    }

    @Test
    void fiveMinutesWithoutAMentionAreStillOneVisit() {
        sees("p1", "10:00:00", "cam_a").sees("p1", "10:05:00", "cam_a");

        assertThat(quarter(Metric.PERSON_SECONDS)).isEqualTo(300);
        assertThat(quarter(Metric.ZONE_ENTRIES)).isEqualTo(1);
    }

    @Test
    void zonesNobodyConfiguredAreIgnoredAndOurOwnNamesUnderstood() {
        sees("p1", "10:00:00", "elsewhere", "a").ends("p1", "10:00:05", "elsewhere", "a");

        assertThat(quarter(Metric.PERSON_SECONDS)).isEqualTo(5);
    }

    @Test
    void zonesOneAfterTheOtherAreATransition() {
        for (int i = 0; i < 10; i++) {
            sees("p" + i, "10:00:00", "cam_a").sees("p" + i, "10:00:10").ends("p" + i, "10:00:20", "cam_b");
        }

        assertThat(value(day.quarter("10:00"), Metric.TRANSITIONS, new Scope.Flow("a", "b")))
                .isEqualTo(10);
    }

    @Test
    void aZoneWatchedByASilentCameraIsUnknown() {
        Measurement row = row(day.quarter("10:00"), Metric.ZONE_ENTRIES, A);

        assertThat(row.value()).isNull();
        assertThat(row.state()).isEqualTo(State.INVALID);
        assertThat(row.reason()).isEqualTo("cam silent 10:00\u201310:15");
    }

    @Test
    void aLevelHoldsUntilTheNext() {
        level("10:00", "cam_a", 2).level("10:05", "cam_a", 3).level("10:10", "cam_a", 0);

        assertThat(quarter(Metric.PERSON_SECONDS)).isEqualTo(2 * 300 + 3 * 300);
        assertThat(quarter(Metric.OCCUPANCY)).isCloseTo(1500 / 900.0, within(1e-9));
        assertThat(quarter(Metric.OCCUPANCY_MAX)).isEqualTo(3);
        assertThat(value(day.quarter("10:00"), Metric.PERSON_SECONDS)).isEqualTo(1500);
    }

    @Test
    void aLevelsUpwardStepsAreEstimatedEntries() {
        level("10:00", "cam_a", 2).level("10:05", "cam_a", 1).level("10:10", "cam_a", 4);

        Measurement entries = row(day.quarter("10:00"), Metric.ZONE_ENTRIES, A);
        assertThat(entries.value()).isEqualTo(5);
        assertThat(entries.state()).isEqualTo(State.ESTIMATED);
        assertThat(entries.reason()).contains("upward steps");
    }

    @Test
    void aLevelEndsWithItsSensorsLife() {
        // 15 minutes expected, so one message proves life for 30.
        level("10:00", "cam_a", 1);

        assertThat(value(day.quarter("10:15"), Metric.PERSON_SECONDS, A)).isEqualTo(900);
        assertThat(value(day.quarter("10:30"), Metric.PERSON_SECONDS, A)).isNull();
        assertThat(value(day.wholeDay(), Metric.PERSON_SECONDS, A)).isEqualTo(1800);
    }

    @Test
    void aLevelIsHeldUntilNowAndNoFurther() {
        level("10:00", "cam_a", 2);

        List<Measurement> rows = day.fold.rows(
                dev.footfall.time.Grain.QUARTER, day.calendar().quarterOf(day.at("10:00")), day.at("10:05", false));
        assertThat(value(rows, Metric.PERSON_SECONDS, A)).isEqualTo(600);
        assertThat(value(rows, Metric.OCCUPANCY, A)).isEqualTo(2);
    }

    @Test
    void aLevelCarriedOverHoldsWhileItsSensorLives() {
        day.carried("cam", "03:50", new Fact.ZoneLevel("a", 3)).carried("cam", "03:50", Fact.Heartbeat.BARE);

        assertThat(value(day.quarter("04:00"), Metric.PERSON_SECONDS, A)).isEqualTo(2700);
        assertThat(value(day.quarter("04:00"), Metric.ZONE_ENTRIES, A)).isEqualTo(0);
    }

    @Test
    void whereACameraTellsPersonsApartItsCountsAreTheSamePeople() {
        level("10:00", "cam_a", 1).sees("p1", "10:00:00", "cam_a").ends("p1", "10:01:00", "cam_a");
        level("10:01", "cam_a", 0).level("10:02", "cam_b", 1).level("10:03", "cam_b", 0);

        assertThat(quarter(Metric.ZONE_ENTRIES)).isEqualTo(1);
        assertThat(quarter(Metric.PERSON_SECONDS)).isEqualTo(60);
        assertThat(value(day.quarter("10:00"), Metric.PERSON_SECONDS, B))
                .as("nobody was told apart in b, so its count stands")
                .isEqualTo(60);
    }

    @Test
    void theZonesNowAreThoseThatSomethingLiveTells() {
        sees("p1", "10:00:00", "cam_a").sees("p2", "10:00:00", "cam_a", "cam_b").level("10:00", "cam_b", 7);

        assertThat(day.fold.figuresAt(day.at("10:01"), false).zones())
                .extracting(ZoneNow::zone, ZoneNow::present, ZoneNow::entries)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", 2.0, 2.0),
                        org.assertj.core.groups.Tuple.tuple("b", 1.0, 1.0));
        assertThat(day.fold.figuresAt(day.at("11:00"), false).zones())
                .extracting(ZoneNow::present)
                .containsOnlyNulls();
    }
}
