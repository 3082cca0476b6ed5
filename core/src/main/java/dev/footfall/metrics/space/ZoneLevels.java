package dev.footfall.metrics.space;

import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.grid.LevelStream;

/**
 * The people count one sensor gives for one zone. It holds until the next while the sensor lives. If the same sensor also
 * tells persons apart in this zone, its counts describe the same people again and are left out for the day.
 */
final class ZoneLevels {
    private final Liveness life;
    private final LevelStream levels = new LevelStream();
    private boolean repeated;

    ZoneLevels(Liveness life) {
        this.life = life;
    }

    void add(long millis, int count) {
        levels.add(millis, count);
    }

    /** The sensor tells persons apart; true if that is news. */
    boolean repeatsPersons() {
        boolean news = !repeated;
        repeated = true;
        return news;
    }

    boolean counts() {
        return !repeated && !levels.isEmpty();
    }

    LevelStream levels() {
        return levels;
    }

    long stepsUp(int from, int to) {
        return counts() ? levels.stepsUp(from * 1000L, to * 1000L) : 0;
    }

    long stepsDown(int from, int to) {
        return counts() ? levels.stepsDown(from * 1000L, to * 1000L) : 0;
    }

    /** Person-microseconds during the seconds [from, to). */
    long stayed(int from, int to) {
        long[] total = {0};
        walk(from, to, (start, end, level) -> total[0] += (end - start) * 1000 * level);
        return total[0];
    }

    private void walk(int from, int to, LevelStream.Stretch stretch) {
        if (counts()) {
            life.walk(from, to, (start, end) -> levels.walk(start * 1000L, end * 1000L, stretch));
        }
    }

    /** Adds the level at every full second of [from, to) to an array that begins at the given second. */
    boolean addTo(int from, int to, int zero, int[] seconds) {
        boolean[] any = {false};
        walk(from, to, (start, end, level) -> {
            any[0] |= level > 0;
            int last = PresentGrid.fullSecond(end * 1000);
            for (int second = PresentGrid.fullSecond(start * 1000); second < last; second++) {
                seconds[second - zero] += level;
            }
        });
        return any[0];
    }

    int now(int second) {
        int[] level = {0};
        walk(second, second + 1, (start, end, value) -> level[0] = value);
        return level[0];
    }
}
