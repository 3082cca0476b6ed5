package dev.footfall.gateway.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How often something happened in the last five minutes, in slots of ten seconds. Not thread-safe. */
final class RecentRate {
    private static final Duration SLOT = Duration.ofSeconds(10);
    private static final int SLOTS = 30;
    /** Sooner it is chance. */
    private static final Duration LEAST = Duration.ofSeconds(30);

    private final int[] counts = new int[SLOTS];
    private long newest = Long.MIN_VALUE / 2;

    private static long slot(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SLOT.toSeconds());
    }

    /** It happened; what is older than five minutes does not count any more. */
    void happened(Instant at) {
        forgetUntil(slot(at));
        if (slot(at) > newest - SLOTS) {
            counts[place(slot(at))]++;
        }
    }

    private static int place(long slot) {
        return Math.floorMod(slot, SLOTS);
    }

    private void forgetUntil(long slot) {
        if (slot - newest >= SLOTS) {
            Arrays.fill(counts, 0);
            newest = slot;
        }
        while (newest < slot) {
            newest++;
            counts[place(newest)] = 0;
        }
    }

    /** Times a minute; null while it has been watched, since then, for less than half a minute. */
    @Nullable
    Double perMinute(Instant since, Instant now) {
        Duration watched = Duration.between(since, now);
        if (watched.compareTo(LEAST) < 0) {
            return null;
        }
        forgetUntil(slot(now));
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        Duration whole = SLOT.multipliedBy(SLOTS - 1).plusSeconds(now.getEpochSecond() % SLOT.toSeconds());
        Duration over = watched.compareTo(whole) < 0 ? watched : whole;
        return sum * 60_000.0 / over.toMillis();
    }
}
