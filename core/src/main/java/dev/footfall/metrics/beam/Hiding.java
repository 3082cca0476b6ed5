package dev.footfall.metrics.beam;

/**
 * How many people others hid, quarter by quarter. The rate at which someone follows within a second of a beam's clearing
 * tells how many came during the breaks: it is 0 where people keep apart, the mean rate where they come at random, and more
 * where they come in groups.
 */
public final class Hiding {
    private static final long NEVER = Long.MIN_VALUE;

    /** How long after a break the followers are looked for, in milliseconds. */
    private static final long FOLLOWING = 1000;

    private final long longest;
    private final long[] brokenMillis;
    private final long[] watchedMillis;
    private final int[] followers;
    private long lastEnd = NEVER;

    /** @param longest milliseconds of a break that count; what stands longer hides no more walkers than that */
    public Hiding(int quarters, long longest) {
        this.longest = longest;
        this.brokenMillis = new long[quarters];
        this.watchedMillis = new long[quarters];
        this.followers = new int[quarters];
    }

    /** A break of the beam in a quarter, in milliseconds of the day. */
    public void add(int quarter, long start, long end) {
        brokenMillis[quarter] += Math.min(end - start, longest);
        long gap = lastEnd == NEVER || start < lastEnd ? FOLLOWING : start - lastEnd;
        watchedMillis[quarter] += Math.min(gap, FOLLOWING);
        followers[quarter] += gap < FOLLOWING ? 1 : 0;
        lastEnd = end;
    }

    /** People hidden in a quarter. */
    public double in(int quarter) {
        return followers[quarter] == 0
                ? 0
                : (double) followers[quarter] / Math.max(1, watchedMillis[quarter]) * brokenMillis[quarter];
    }
}
