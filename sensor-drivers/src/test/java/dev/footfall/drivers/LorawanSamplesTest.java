package dev.footfall.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files of LoRaWAN sensors and network servers among the device samples, where they are at hand. */
class LorawanSamplesTest {
    private static final String MILESIGHT = "milesight-lorawan";
    private static final long BITS_16 = 65_536;
    private static final long BITS_32 = 4_294_967_296L;

    private final SampleFiles samples = SampleFiles.found();

    @Test
    void serversTellLifeAndNotCounts() {
        assertThat(facts("lorawan", "chirpstack/v4-status.json")).containsExactly(new Fact.Heartbeat(-1, 88.3));
        assertThat(facts("lorawan", "chirpstack/v4-up.json")).containsExactly(Fact.Heartbeat.BARE);
        assertThat(facts("lorawan", "chirpstack/v4-ack.json")).isEmpty();
        assertThat(samples.refusal("lorawan", "chirpstack/v4-log.json").reason())
                .contains("UPLINK_MIC");
        Readings things = samples.readings("lorawan", "ttn/v3-up.json", "");
        assertThat(things.readings())
                .singleElement()
                .extracting(Reading::deviceTime)
                .isEqualTo(Instant.parse("2020-01-15T16:02:10.668892406Z"));
    }

    @Test
    void milesightTellsNowPeriodAndTotalApart() {
        assertThat(facts(MILESIGHT, "milesight-lorawan/vs121-people-count.json"))
                .containsExactly(new Fact.ZoneLevel("all", 3));
        assertThat(facts(MILESIGHT, "milesight-lorawan/vs121-people-in-out.json"))
                .containsExactly(period(2, 1));
        assertThat(facts(MILESIGHT, "milesight-lorawan/vs132-total-period.json"))
                .containsExactly(period(0, 0), total(190, 305, BITS_32));
        assertThat(facts(MILESIGHT, "milesight-lorawan/vs350-total-period.json"))
                .containsExactly(period(19, 20), total(18, 22, BITS_16));
        assertThat(facts(MILESIGHT, "milesight-lorawan/vs350-alarm.json"))
                .containsExactly(period(1000, 1001), total(4353, 4360, BITS_16));
    }

    @Test
    void milesightLinesAndRegionsKeepTheirNumbers() {
        assertThat(samples.readings(MILESIGHT, "milesight-lorawan/vs133-line-totals.json", "")
                        .readings())
                .extracting(Reading::line)
                .containsExactly("1", "2", "3", "4");
        assertThat(facts(MILESIGHT, "milesight-lorawan/vs133-line-totals.json")).endsWith(total(5300, 6797, BITS_32));
        assertThat(facts(MILESIGHT, "milesight-lorawan/vs133-line-period.json")).endsWith(period(5, 7));
        assertThat(facts(MILESIGHT, "milesight-lorawan/vs133-region-count.json"))
                .contains(new Fact.ZoneLevel("region-2", 16));
    }

    @Test
    void aStoredRecordKeepsItsOwnTime() {
        List<Reading> history = samples.readings(MILESIGHT, "milesight-lorawan/vs350-history-period-total.json", "")
                .readings();
        assertThat(history).extracting(Reading::fact).containsExactly(period(7, 2), total(29, 8, BITS_16));
        assertThat(history)
                .allSatisfy(record -> assertThat(record.deviceTime()).isEqualTo(Instant.ofEpochSecond(1_693_531_647)));
    }

    @Test
    void statesAndFaultsAreNoCounts() {
        assertThat(facts(MILESIGHT, "milesight-lorawan/vs330-restroom-occupancy.json"))
                .containsExactly(new Fact.ZoneLevel("presence", 1));
        assertThat(facts(MILESIGHT, "milesight-lorawan/vs360-events.json")).containsExactly(Fact.Heartbeat.BARE);
        assertThat(facts(MILESIGHT, "milesight-lorawan/vs133-dwell.raw.json")).containsExactly(Fact.Heartbeat.BARE);
        for (String file : List.of("elsys/ers-eye.json", "elsys/ems-desk-occupancy2.json")) {
            assertThat(facts("elsys", file)).as(file).containsExactly(new Fact.ZoneLevel("presence", 1));
        }
        assertThat(facts("tektelic", "tektelic/smart-room-pir-motion.json"))
                .containsExactly(new Fact.ZoneLevel("presence", 1));
        assertThat(facts("haltian", "haltian/thingsee-presence.json"))
                .containsExactly(new Fact.ZoneLevel("presence", 0));
    }

    @Test
    void doorCountersGiveIntervalAndTotal() {
        assertThat(facts("imbuildings", "imbuildings/people-counter-02-06.json"))
                .containsExactly(period(3, 2), total(1539, 1510, BITS_16));
        assertThat(facts("imbuildings", "imbuildings/verticount.json"))
                .containsExactly(period(0, 0), total(0, 0, BITS_16));
        assertThat(facts("parametric-pcr2", "parametric/pcr2-v4.json"))
                .containsExactly(period(1, 2), total(3, 4, BITS_16));
        assertThat(facts("hkt", "hkt/people-counter.json")).containsExactly(period(120, 150), total(200, 200, BITS_32));
        assertThat(facts("hkt", "hkt/people-counter-status.json")).containsExactly(new Fact.Heartbeat(-1, 100));
    }

    @Test
    void countersWithoutDirectionSaySo() {
        assertThat(facts("pipiot", "pipiot/people-sense.json"))
                .containsExactly(new Fact.Counter(9, 0, null, BITS_16, -1, false));
        Reading count = samples.readings("disruptive", "disruptive/proximity-counter.json", "")
                .readings()
                .getFirst();
        assertThat(count.fact()).isEqualTo(new Fact.Counter(4176, 0, null, 0, -1, false));
        assertThat(count.deviceTime()).isEqualTo(Instant.parse("2024-12-06T08:23:43.209Z"));
    }

    @Test
    void parkingSensorsGiveTheirBay() {
        assertThat(facts("bosch-tps110", "bosch-parking/free.json")).containsExactly(new Fact.Bay("bay", false));
        assertThat(facts("bosch-tps110", "bosch-parking/occupied.json")).containsExactly(new Fact.Bay("bay", true));
        assertThat(facts("bosch-tps110", "bosch-parking/ttn-decoded-heartbeat.json"))
                .containsExactly(new Fact.Bay("bay", true));
        assertThat(facts("pni-placepod", "pni-placepod/free.json")).containsExactly(new Fact.Bay("bay", false));
    }

    private List<Fact> facts(String driver, String file) {
        return samples.readings(driver, file, "").readings().stream()
                .map(Reading::fact)
                .toList();
    }

    private static Fact period(int in, int out) {
        return Fact.Crossing.interval(in, out, 0);
    }

    private static Fact total(long in, long out, long width) {
        return new Fact.Counter(in, out, null, width, -1, true);
    }
}
