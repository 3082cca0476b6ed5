package dev.footfall.drivers.nativejson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.observation.Fact;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeJsonTest {
    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void aCrossingCarriesSensorDriverTimeAndFlags() {
        Observation observation =
                new Observation(new SensorId("door-1"), AT, "", Flag.LATE.bit(), Fact.Crossing.event(1, 2));
        assertThat(NativeJson.write(observation, "native"))
                .isEqualTo("{\"sensor\":\"door-1\",\"driver\":\"native\",\"at\":\"2026-11-22T09:00:00.000Z\","
                        + "\"type\":\"crossing\",\"in\":1,\"out\":2,\"flags\":[\"late\"]}");
    }

    @Test
    void theCountOfAWindowSaysWhereItBegan() {
        Observation observation =
                new Observation(new SensorId("d"), AT, "line-1", 0, Fact.Crossing.interval(3, 4, 60_000));
        assertThat(NativeJson.write(observation, "milesight-ip"))
                .contains("\"from\":\"2026-11-22T08:59:00.000Z\"", "\"line\":\"line-1\"");
    }

    @Test
    void identitiesAreWrittenAsPseudonyms() {
        Fact sighting = new Fact.Sighting(new Identity.Pseudonym(0x0123456789abcdefL, true), -60, 6, 77, 5);
        assertThat(write(sighting))
                .contains("\"mac\":\"p:0123456789abcdef\",\"randomised\":true,\"rssi\":-60,\"channel\":6,\"seq\":77");
    }

    @Test
    void anIdentityInClearIsNeverWritten() {
        Fact sighting = new Fact.Sighting(new Identity.Raw("a483e7123456"), -60, 0, -1, 0);
        assertThatThrownBy(() -> write(sighting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("a483");
        Fact vehicle = new Fact.Vehicle(Fact.Direction.IN, new Identity.Raw("B123"), null);
        assertThatThrownBy(() -> write(vehicle)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyOtherFactHasItsFields() {
        assertThat(write(new Fact.Counter(5, 6, "b", 65536, 7, true)))
                .contains(
                        "\"type\":\"counter\",\"in_total\":5,\"out_total\":6,\"boot\":\"b\",\"width\":65536,\"uptime_s\":7");
        assertThat(write(new Fact.Counter(5, 0, null, 0, -1, false))).contains("\"directional\":false");
        assertThat(write(new Fact.Position("t", 1.5, -2))).contains("\"track\":\"t\",\"x\":1.5,\"y\":-2.0");
        assertThat(write(new Fact.Presence("t", List.of("a", "b"), true)))
                .contains("\"type\":\"presence\",\"track\":\"t\",\"zones\":[\"a\",\"b\"],\"ended\":true");
        assertThat(write(new Fact.ZoneLevel("z", 3))).contains("\"type\":\"zone\",\"zone\":\"z\",\"count\":3");
        assertThat(write(new Fact.Vehicle(Fact.Direction.OUT, null, "p1")))
                .contains("\"type\":\"vehicle\",\"direction\":\"out\",\"car_park\":\"p1\"");
        assertThat(write(new Fact.Parked(9, null))).contains("\"type\":\"parked\",\"count\":9");
        assertThat(write(new Fact.Bay("7", true))).contains("\"type\":\"bay\",\"bay\":\"7\",\"occupied\":true");
        assertThat(write(new Fact.Sale(2, new BigDecimal("1E+3"))))
                .contains("\"type\":\"sale\",\"transactions\":2,\"amount\":\"1000\"");
        assertThat(write(new Fact.Staff(4))).contains("\"type\":\"staff\",\"count\":4");
        assertThat(write(new Fact.Heartbeat(5, 87.5)))
                .contains("\"type\":\"heartbeat\",\"uptime_s\":5,\"battery\":87.5");
        assertThat(write(Fact.Heartbeat.BARE)).contains("\"type\":\"heartbeat\",\"flags\"");
        assertThat(write(new Fact.Offline())).contains("\"type\":\"offline\"");
    }

    private static String write(Fact fact) {
        return NativeJson.write(Observation.of(new SensorId("s"), AT, fact), "d");
    }
}
