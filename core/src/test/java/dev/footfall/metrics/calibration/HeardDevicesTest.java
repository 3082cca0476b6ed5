package dev.footfall.metrics.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HeardDevicesTest {
    @Test
    void keepsTheLoudestOfEveryFiveMinutes() {
        HeardDevices heard = new HeardDevices();
        heard.add(42, true, 7, -80);
        heard.add(42, true, 7, -60);
        heard.add(42, true, 7, -90);
        heard.add(42, true, 3, -70);

        assertThat(told(heard)).containsExactly("true 3:-70 7:-60");
    }

    @Test
    void tellsAMadeUpAddressFromATrueOneOfTheSameHash() {
        HeardDevices heard = new HeardDevices();
        heard.add(42, true, 1, -80);
        heard.add(42, false, 1, -80);

        assertThat(told(heard)).containsExactly("false 1:-80", "true 1:-80");
    }

    @Test
    void doesNotCareInWhichOrderItIsTold() {
        Random random = new Random(7);
        List<int[]> frames = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            frames.add(new int[] {random.nextInt(3000) * 2, random.nextInt(300), -30 - random.nextInt(60)});
        }
        HeardDevices one = new HeardDevices();
        frames.forEach(frame -> one.add(frame[0], false, frame[1], frame[2]));
        Collections.shuffle(frames, random);
        HeardDevices other = new HeardDevices();
        frames.forEach(frame -> other.add(frame[0], false, frame[1], frame[2]));

        assertThat(told(other)).hasSizeGreaterThan(2900).isEqualTo(told(one));
    }

    @Test
    void saysWhenMoreDevicesCameThanItKeepsApart() {
        HeardDevices heard = new HeardDevices();
        for (long i = 0; i < HeardDevices.MOST; i++) {
            heard.add(i * 2, false, 0, -50);
        }
        assertThat(heard.isOverflowing()).isFalse();

        heard.add(2L * HeardDevices.MOST, false, 0, -50);

        assertThat(heard.isOverflowing()).isTrue();
    }

    private static TreeSet<String> told(HeardDevices heard) {
        TreeSet<String> told = new TreeSet<>();
        List<String> all = new ArrayList<>();
        heard.forEach((randomised, bins, rssi, count) -> {
            StringBuilder text = new StringBuilder().append(randomised);
            for (int i = 0; i < count; i++) {
                text.append(' ').append(bins[i]).append(':').append(rssi[i]);
            }
            all.add(text.toString());
        });
        for (int i = 0; i < all.size(); i++) {
            told.add(told.contains(all.get(i)) ? all.get(i) + " #" + i : all.get(i));
        }
        return told;
    }
}
