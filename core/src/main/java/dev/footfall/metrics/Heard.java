package dev.footfall.metrics;

import org.jspecify.annotations.Nullable;

/** Messages of one sensor on one day by the quarter they belong to, and how many of them could not be believed their own time. */
final class Heard {
    /** Of so many messages of a quarter one may tell a time that cannot be right. */
    private static final int STRAY = 10;

    private int[] messages = new int[0];
    private int[] wrong = new int[0];

    /** @param quarters how many the day has */
    void message(boolean clockTrusted, int quarter, int quarters) {
        if (messages.length == 0) {
            messages = new int[quarters];
            wrong = new int[quarters];
        }
        messages[quarter]++;
        wrong[quarter] += clockTrusted ? 0 : 1;
    }

    /** Messages that belong to a quarter. */
    int messages(int quarter) {
        return quarter < messages.length ? messages[quarter] : 0;
    }

    /**
     * Quarters on end, up to one, in each of which the clock was wrong more often than strays explain. Quarters without messages
     * do not end them: a sensor that speaks once an hour has a clock, too.
     */
    record Doubt(int firstQuarter, int messages, int wrong) {}

    /** Null if the last quarter up to this one in which the sensor spoke is beyond doubt. */
    @Nullable
    Doubt doubt(int quarter) {
        int first = -1;
        int all = 0;
        int bad = 0;
        for (int q = Math.min(quarter, messages.length - 1); q >= 0; q--) {
            if (messages[q] == 0) {
                continue;
            }
            if (wrong[q] == 0 || STRAY * wrong[q] < messages[q]) {
                break;
            }
            first = q;
            all += messages[q];
            bad += wrong[q];
        }
        return first < 0 ? null : new Doubt(first, all, bad);
    }
}
