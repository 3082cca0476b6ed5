package dev.footfall.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Xovis files of the device samples, where they are at hand. */
class XovisSamplesTest {
    private final SampleFiles samples = SampleFiles.found();

    @Test
    void fourPersonsAndTheirGroupsAreFourPersons() {
        assertThat(crossings("v5-live-periodic-person-and-group.json"))
                .extracting(Fact.Crossing::in, Fact.Crossing::out)
                .containsExactly(tuple(0, 1), tuple(0, 1), tuple(1, 0), tuple(1, 0));
    }

    @Test
    void aFullTrackCountsByTheLogicAndKnowsTheZone() {
        List<Fact.Crossing> crossings = crossings("v5-live-full-track.json");
        assertThat(crossings.stream().mapToInt(Fact.Crossing::out).sum()).isEqualTo(2);
        assertThat(crossings.stream().mapToInt(Fact.Crossing::in).sum()).isEqualTo(1);
        assertThat(readings("v5-live-full-track.json").readings())
                .filteredOn(reading -> reading.fact() instanceof Fact.Presence)
                .hasSize(6);
    }

    @Test
    void singleEventsAreOnePersonEach() {
        assertThat(crossings("v5-live-line-cross.json")).singleElement().isEqualTo(crossing(0, 1, Fact.Kind.SEEN));
        assertThat(crossings("v5-live-count-increment.json"))
                .singleElement()
                .isEqualTo(crossing(1, 0, Fact.Kind.EVENT));
        assertThat(readings("v5-live-count-increment.json").device()).isEqualTo("801f12d530dc");
    }

    @Test
    void logicsAreWindowsAndLevelsAtTheirEnds() {
        assertThat(crossings("v5-logics-line-zone-4min.json"))
                .containsExactly(
                        Fact.Crossing.interval(1, 0, 60_000),
                        Fact.Crossing.interval(3, 1, 60_000),
                        Fact.Crossing.interval(0, 0, 60_000),
                        Fact.Crossing.interval(0, 0, 60_000));
        assertThat(readings("v5-logics-zone-dwell.json").readings())
                .singleElement()
                .extracting(Reading::fact, Reading::deviceTime)
                .containsExactly(new Fact.ZoneLevel("POI5", 1), Instant.ofEpochMilli(1_783_674_300_000L));
        assertThat(readings("v5-logics-queue.json").readings())
                .singleElement()
                .extracting(Reading::fact)
                .isEqualTo(new Fact.ZoneLevel("Queue statistics 1", 0));
    }

    @Test
    void statusIsASignOfLifeAndVersionFourAWindow() {
        assertThat(readings("v5-status.json").readings())
                .singleElement()
                .extracting(Reading::fact)
                .isEqualTo(new Fact.Heartbeat(334_753, Double.NaN));
        Reading four = readings("v4-count-push.json").readings().getFirst();
        assertThat(four.fact()).isEqualTo(Fact.Crossing.interval(1, 0, 60_000));
        assertThat(four.deviceTime()).isEqualTo(Instant.parse("2021-09-23T08:21:00Z"));
    }

    private List<Fact.Crossing> crossings(String file) {
        return readings(file).readings().stream()
                .map(Reading::fact)
                .filter(Fact.Crossing.class::isInstance)
                .map(Fact.Crossing.class::cast)
                .toList();
    }

    private Readings readings(String file) {
        return samples.readings("xovis", "xovis/" + file, "");
    }

    private static Fact.Crossing crossing(int in, int out, Fact.Kind kind) {
        return new Fact.Crossing(in, out, null, kind, 0);
    }

    private static org.assertj.core.groups.Tuple tuple(int in, int out) {
        return org.assertj.core.groups.Tuple.tuple(in, out);
    }
}
