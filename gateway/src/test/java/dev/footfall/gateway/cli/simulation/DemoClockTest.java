package dev.footfall.gateway.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoClockTest {
    private static final Instant START = Instant.parse("2026-11-25T09:00:00Z");

    @Test
    void runsFasterThanTimeAndTellsHowLongToWait() {
        long[] nanos = {1_000_000_000L};
        DemoClock clock = new DemoClock(START, 1_000_000_000L, 60, () -> nanos[0]);
        assertThat(clock.instant()).isEqualTo(START);
        nanos[0] += 2_000_000_000L;
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(120));
        assertThat(clock.until(START.plusSeconds(180))).isEqualTo(Duration.ofSeconds(1));
        assertThat(clock.until(START.plusSeconds(60))).isEqualTo(Duration.ofSeconds(-1));
    }
}
