package dev.footfall.drivers.plates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.observation.Fact.Direction;
import dev.footfall.observation.Identity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlateTest {
    @Test
    void blanksDashesAndCapitalsMakeNoDifference() {
        assertThat(plate("b-fo 1234")).isEqualTo("BFO1234");
        assertThat(plate("B.FO·1234")).isEqualTo("BFO1234");
        assertThat(plate("京A12345")).isEqualTo("京A12345");
    }

    @Test
    void whatReadersWriteWithoutAPlateIsNone() {
        for (String none : new String[] {"", " ", "unknown", "No-Plate", "none", "无车牌", "-", "x".repeat(33)}) {
            assertThat(plate(none)).as(none).isNull();
        }
        assertThat(plate(null)).isNull();
    }

    @Test
    void aPlateIsNeverShown() {
        assertThat(String.valueOf(Plate.of("BFO1234"))).doesNotContain("BFO");
    }

    @Test
    void aHeadingWithin90DegreesOfTheWayInIsIn() {
        assertThat(way(10, "350")).isEqualTo(Direction.IN);
        assertThat(way(80, "350")).isEqualTo(Direction.IN);
        assertThat(way(81, "350")).isEqualTo(Direction.OUT);
        assertThat(way(170, "350")).isEqualTo(Direction.OUT);
        assertThat(way(-20, "350")).isEqualTo(Direction.IN);
    }

    @Test
    void withoutAHeadingTheOwnersWordHolds() {
        assertThat(GateOptions.direction(context(Map.of("direction", "out")), Double.NaN))
                .isEqualTo(Direction.OUT);
        assertThat(GateOptions.direction(context(Map.of()), 180)).isEqualTo(Direction.IN);
    }

    @Test
    void aHeadingIsDegrees() {
        assertThat(GateOptions.wrong(Map.of("in-heading", "north"))).containsOnlyKeys("in-heading");
        assertThat(GateOptions.wrong(Map.of("in-heading", "361"))).containsOnlyKeys("in-heading");
        assertThat(GateOptions.wrong(Map.of("in-heading", "22.5"))).isEmpty();
    }

    private static Direction way(double degrees, String inHeading) {
        return GateOptions.direction(context(Map.of("in-heading", inHeading)), degrees);
    }

    private static DecodeContext context(Map<String, String> options) {
        return new DecodeContext(Instant.EPOCH, ZoneOffset.UTC, options);
    }

    private static @Nullable String plate(@Nullable String written) {
        Identity.Raw plate = Plate.of(written);
        return plate == null ? null : plate.value();
    }
}
