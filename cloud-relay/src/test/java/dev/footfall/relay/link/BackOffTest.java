package dev.footfall.relay.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final BackOff BACK_OFF = BackOff.DEFAULT;

    @Test
    void theBoundDoublesUpToTheCap() {
        assertThat(longest(1)).isBetween(Duration.ofMillis(990), SECOND);
        assertThat(longest(2)).isBetween(Duration.ofMillis(1_980), Duration.ofSeconds(2));
        assertThat(longest(5)).isBetween(Duration.ofMillis(15_800), Duration.ofSeconds(16));
        assertThat(longest(7)).isBetween(Duration.ofMillis(59_000), Duration.ofSeconds(60));
        assertThat(longest(1_000_000)).isBetween(Duration.ofMillis(59_000), Duration.ofSeconds(60));
    }

    /** Full jitter: a chain's gateways that lost the broker together come back evenly spread, not together. */
    @Test
    void waitsAreSpreadEvenlyFromZeroToTheBound() {
        var random = new SplittableRandom(42);
        int[] tenths = new int[10];
        for (int gateway = 0; gateway < 10_000; gateway++) {
            long nanos = BACK_OFF.afterFailure(6, random).toNanos();
            tenths[(int) Math.min(9, nanos * 10 / Duration.ofSeconds(32).toNanos())]++;
        }
        assertThat(IntStream.of(tenths).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(900, 1_100));
    }

    @Test
    void theSameRandomNumbersGiveTheSameWaits() {
        assertThat(waits(new SplittableRandom(7))).isEqualTo(waits(new SplittableRandom(7)));
        assertThat(waits(new SplittableRandom(7))).isNotEqualTo(waits(new SplittableRandom(8)));
    }

    @Test
    void aRefusalIsTriedAtMostOnceAMinute() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            assertThat(BACK_OFF.afterRefusal(random)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
        }
    }

    @Test
    void aWaitThatWasAskedForIsKept() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            assertThat(BACK_OFF.asked(Duration.ofSeconds(120), random))
                    .isBetween(Duration.ofSeconds(120), Duration.ofSeconds(132));
        }
        assertThat(BACK_OFF.asked(Duration.ZERO, random)).isZero();
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> new BackOff(Duration.ZERO, SECOND, SECOND)).hasMessageContaining("base [PT0S]");
        assertThatThrownBy(() -> new BackOff(SECOND, Duration.ofMillis(1), SECOND))
                .hasMessageContaining("cap");
        assertThatThrownBy(() -> new BackOff(SECOND, SECOND, Duration.ofSeconds(-1)))
                .hasMessageContaining("afterRefusal [PT-1S]");
        assertThatThrownBy(() -> BACK_OFF.afterFailure(0, new SplittableRandom(1)))
                .hasMessageContaining("attempt [0]");
    }

    private static Duration longest(int attempt) {
        var random = new SplittableRandom(attempt);
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 1_000; i++) {
            Duration wait = BACK_OFF.afterFailure(attempt, random);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    private static List<Duration> waits(RandomGenerator random) {
        List<Duration> waits = new ArrayList<>();
        for (int attempt = 1; attempt < 10; attempt++) {
            waits.add(BACK_OFF.afterFailure(attempt, random));
        }
        return waits;
    }
}
