package dev.footfall.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.lines.NamedWay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedWayTest {
    @ParameterizedTest
    @CsvSource({
        "MainEntranceIn, IN",
        "MainEntranceOut, OUT",
        "Internal Door Inbound, IN",
        "main_exit_out_2, OUT",
        "EXIT door IN, IN",
        "Line 1, UNKNOWN",
        "Inside, UNKNOWN",
        "'', UNKNOWN"
    })
    void theLastWordThatIsAWayDecides(String name, NamedWay way) {
        assertThat(NamedWay.of(name)).isEqualTo(way);
    }
}
