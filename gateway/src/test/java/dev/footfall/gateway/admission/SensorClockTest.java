package dev.footfall.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import dev.footfall.time.ClockTrust;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SensorClockTest {
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    private final SensorClock clock = new SensorClock();

    private boolean trusted(Instant deviceTime, Duration arrivesAfter, long in) {
        Reading reading = Reading.of(Fact.Counter.of(in, 0), deviceTime);
        return clock.date(reading, TEN.plus(arrivesAfter), ClockTrust.DEFAULT).trusted();
    }

    @Test
    void twoCountsOfOneWholeSecondAreNoStoppedClock() {
        assertThat(trusted(TEN, Duration.ofMillis(300), 1)).isTrue();
        assertThat(trusted(TEN, Duration.ofMillis(900), 2)).isTrue();
        assertThat(trusted(TEN, Duration.ofMillis(1700), 3)).isTrue();
        assertThat(trusted(TEN.plusSeconds(1), Duration.ofMillis(1800), 4)).isTrue();
    }

    @Test
    void anotherCountOfTheSameSecondAMomentLaterIsAStoppedClock() {
        assertThat(trusted(TEN, Duration.ofMillis(300), 1)).isTrue();
        assertThat(trusted(TEN, Duration.ofMillis(1500), 2)).isTrue();
        assertThat(trusted(TEN, Duration.ofMillis(2400), 3)).isFalse();
        assertThat(trusted(TEN, Duration.ofSeconds(60), 4)).isFalse();
    }

    @Test
    void aClockThatTellsThousandthsNeverTellsOneOfThemTwice() {
        Instant fine = TEN.plusMillis(125);
        assertThat(trusted(fine, Duration.ofMillis(300), 1)).isTrue();
        assertThat(trusted(fine, Duration.ofMillis(400), 2)).isFalse();
    }

    @Test
    void theSameCountTwiceSaysNothingAboutTheClock() {
        assertThat(trusted(TEN, Duration.ofSeconds(1), 5)).isTrue();
        assertThat(trusted(TEN, Duration.ofSeconds(61), 5)).isTrue();
    }
}
