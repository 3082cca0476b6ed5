package dev.footfall.metrics.visitors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeardDevicesTest {
    private static final int BINS = 300;
    private final Told told = new Told();
    private final HeardDevices heard = new HeardDevices(new boolean[BINS], told);

    /** What is counted at present, a line each. */
    private static final class Told implements HeardDevices.Tally {
        private final Map<String, Integer> lines = new TreeMap<>();

        @Override
        public void device(boolean randomised, short[] bins, byte[] rssi, int count, int sign) {
            StringBuilder text = new StringBuilder().append(randomised);
            for (int i = 0; i < count; i++) {
                text.append(' ').append(bins[i]).append(':').append(rssi[i]);
            }
            lines.merge(text.toString(), sign, Integer::sum);
            lines.remove(text.toString(), 0);
        }
    }

    @Test
    void keepsTheLoudestOfEveryFiveMinutes() {
        heard.add(42, true, 7, -80);
        heard.add(42, true, 7, -60);
        heard.add(42, true, 7, -90);
        heard.add(42, true, 3, -70);

        assertThat(told.lines).containsExactly(Map.entry("true 3:-70 7:-60", 1));
    }

    @Test
    void tellsAMadeUpAddressFromATrueOneOfTheSameHash() {
        heard.add(42, true, 1, -80);
        heard.add(42, false, 1, -80);

        assertThat(told.lines).containsOnlyKeys("false 1:-80", "true 1:-80");
    }

    @Test
    void doesNotCareInWhichOrderItIsTold() {
        Random random = new Random(7);
        List<int[]> frames = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            frames.add(new int[] {random.nextInt(3000) * 2, random.nextInt(BINS), -30 - random.nextInt(60)});
        }
        frames.forEach(frame -> heard.add(frame[0], false, frame[1], frame[2]));
        Collections.shuffle(frames, random);
        Told again = new Told();
        HeardDevices other = new HeardDevices(new boolean[BINS], again);
        frames.forEach(frame -> other.add(frame[0], false, frame[1], frame[2]));

        assertThat(again.lines).hasSizeGreaterThan(2900).isEqualTo(told.lines);
    }

    @Test
    void takesBackADeviceOnceItBelongsToTheHouse() {
        for (int bin = 0; bin < 96; bin++) {
            heard.add(2, false, bin, -50);
        }
        assertThat(told.lines).hasSize(1);
        assertThat(heard.ofTheHouse()).isZero();

        heard.add(2, false, 96, -50);

        assertThat(told.lines).isEmpty();
        assertThat(heard.ofTheHouse()).isOne();
    }

    @Test
    void saysWhenMoreDevicesCameThanItKeepsApart() {
        HeardDevices many = new HeardDevices(new boolean[BINS]);
        for (long i = 0; i < HeardDevices.MOST; i++) {
            many.add(i * 2, false, 0, -50);
        }
        assertThat(many.isOverflowing()).isFalse();

        many.add(2L * HeardDevices.MOST, false, 0, -50);

        assertThat(many.isOverflowing()).isTrue();
    }
}
