package dev.footfall.metrics.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SecondCountsTest {

    @Test
    void countsSurviveGrowingBeyondAByte() {
        SecondCounts counts = new SecondCounts();
        counts.add(3, 100);
        counts.add(4, 7);
        counts.add(3, 100);
        counts.add(3, -150);

        assertThat(counts.get(3)).isEqualTo(50);
        assertThat(counts.get(4)).isEqualTo(7);
        assertThat(counts.sum()).isEqualTo(57);
        assertThat(counts.sum(4, 900)).isEqualTo(7);
    }

    @Test
    void itAlwaysHoldsWhatAPlainArrayWould() {
        long seed = 99;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            SecondCounts counts = new SecondCounts();
            int[] plain = new int[900];
            int most = random.nextBoolean() ? 3 : 300;
            for (int i = 0; i < 2000; i++) {
                int second = random.nextInt(900);
                int amount = random.nextInt(2 * most) - most / 2;
                counts.add(second, amount);
                plain[second] += amount;
            }
            int[] seen = new int[900];
            counts.addTo(seen, 2);
            for (int i = 0; i < 900; i++) {
                assertThat(seen[i]).as("seed %d, round %d", seed, round).isEqualTo(2 * plain[i]);
                assertThat(counts.get(i)).isEqualTo(plain[i]);
            }
            assertThat(counts.sum()).isEqualTo(counts.sum(0, 900));
        }
    }
}
