package dev.footfall.metrics.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresentTest {
    private final Present present = new Present();

    @Test
    void holdsWhatAMapHoldsThroughVisitsThatBeginAndEnd() {
        Random random = new Random(11);
        Map<Integer, Visit> map = new HashMap<>();
        for (int millis = 0; millis < 200_000; millis++) {
            int device = random.nextInt(40_000) - 10_000;
            Visit visit = new Visit(device, millis, -60);
            present.begin(visit);
            map.put(device, visit);
            if (millis % 10_000 == 9_999) {
                int since = millis - 15_000;
                Set<Visit> ended = new HashSet<>();
                present.endSilent(since, ended::add);
                map.values().removeIf(old -> old.lastFrame < since && ended.remove(old));
                assertThat(ended).isEmpty();
            }
            assertThat(present.of(device)).isSameAs(visit);
        }
        for (int device = -10_000; device < 30_000; device++) {
            assertThat(present.of(device)).isSameAs(map.get(device));
        }
    }

    @Test
    void takesNoMoreThanAPlaceCanHold() {
        for (int device = 0; device <= Present.MOST; device++) {
            present.begin(new Visit(device, 0, -60));
        }

        assertThat(present.of(Present.MOST - 1)).isNotNull();
        assertThat(present.of(Present.MOST)).isNull();
    }
}
