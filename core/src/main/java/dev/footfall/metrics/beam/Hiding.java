package dev.footfall.metrics.beam;

import org.jspecify.annotations.Nullable;

/**
 * How many people others hid, quarter by quarter, by two witnesses. The lengths of the breaks tell of companions that made
 * them longer ({@link CompanyModel}). The rate at which someone follows within a second of a beam's clearing tells how many
 * came during the breaks. Where bodies take lengths of one kind, as in a door, the lengths are believed; where these differ
 * by more than people's pace can, as along a wide front, each is believed by half. Where nobody follows closely nobody
 * walks together either: the lengths then differ for another reason.
 */
public final class Hiding {
    private static final long NEVER = Long.MIN_VALUE;

    /** How long after a break the followers are looked for, in milliseconds. */
    private static final long FOLLOWING = 1000;

    /** Of people in company, at least one in five is far enough behind to be seen to follow. */
    private static final double HIDDEN_PER_FOLLOWER = 4;

    /** Lengths that spread less than this are of one kind; more than {@link #ANY_KIND}, of any. */
    private static final double ONE_KIND = 0.35;

    private static final double ANY_KIND = 0.5;
    private static final double LEAST_BELIEF = 0.5;

    /** Relative standard deviation of the followers' estimate, for companions do not arrive independently. */
    private static final double FOLLOWERS_DOUBT = 0.6;

    /** What was learned is kept until there are so many times more breaks. */
    private static final double NEWS = 1.05;

    private static final long QUARTER_MILLIS = 900_000;

    private final long longest;
    private final long[] standingMillis;
    private final long[] brokenMillis;
    private final long[] watchedMillis;
    private final int[] followers;
    private final int[] breaks;
    private final int[] @Nullable [] lengths;
    private final int[] allLengths = new int[CompanyModel.BINS];
    private int allBreaks;
    private int allFollowers;
    private long lastEnd = NEVER;
    private int learnedFrom;
    private @Nullable Belief belief;

    /** How far the lengths are believed, and how sure the result is. */
    private record Belief(double[] perBreak, double lengths, double followers, double maybe, double deviation) {}

    /**
     * People hidden in a quarter.
     *
     * @param deviation standard deviation of not knowing the model's truth, in people
     * @param maybe more people that the lengths alone would tell of, or who passed behind somebody standing
     */
    public record Hidden(double people, double deviation, double maybe, int breaks) {
        static final Hidden NONE = new Hidden(0, 0, 0, 0);
    }

    /** @param longest milliseconds of a break that count; what stands longer hides no more walkers than that */
    public Hiding(int quarters, long longest) {
        this.longest = longest;
        this.brokenMillis = new long[quarters];
        this.standingMillis = new long[quarters];
        this.watchedMillis = new long[quarters];
        this.followers = new int[quarters];
        this.breaks = new int[quarters];
        this.lengths = new int[quarters][];
    }

    /** A break of the beam in a quarter, in milliseconds of the day. */
    public void add(int quarter, long start, long end) {
        brokenMillis[quarter] += Math.min(end - start, longest);
        standingMillis[quarter] += end - start > longest ? Math.min(end - start, QUARTER_MILLIS) : 0;
        long gap = lastEnd == NEVER || start < lastEnd ? FOLLOWING : start - lastEnd;
        watchedMillis[quarter] += Math.min(gap, FOLLOWING);
        if (gap < FOLLOWING) {
            followers[quarter]++;
            allFollowers++;
        }
        lastEnd = end;
        breaks[quarter]++;
        allBreaks++;
        int bin = CompanyModel.bin(end - start);
        if (bin < CompanyModel.BINS) {
            lengthsOf(quarter)[bin]++;
            allLengths[bin]++;
        }
    }

    private int[] lengthsOf(int quarter) {
        int[] known = lengths[quarter];
        if (known == null) {
            known = new int[CompanyModel.BINS];
            lengths[quarter] = known;
        }
        return known;
    }

    /** People hidden in a quarter. */
    public Hidden in(int quarter) {
        int[] ofQuarter = lengths[quarter];
        if (breaks[quarter] == 0) {
            return Hidden.NONE;
        }
        Belief now = belief();
        double byLength = 0;
        for (int bin = 0; ofQuarter != null && bin < CompanyModel.BINS; bin++) {
            byLength += ofQuarter[bin] * now.perBreak[bin];
        }
        double behind = (double) standingMillis[quarter]
                * breaks[quarter]
                / Math.max(1, QUARTER_MILLIS - brokenMillis[quarter]);
        double people = now.lengths * byLength + now.followers * byFollowers(quarter);
        return new Hidden(people, people * now.deviation, now.maybe * byLength + behind, breaks[quarter]);
    }

    private double byFollowers(int quarter) {
        return followers[quarter] == 0
                ? 0
                : (double) followers[quarter] / Math.max(1, watchedMillis[quarter]) * brokenMillis[quarter];
    }

    /** All that was learned so far; the same breaks in any number of questions teach the same. */
    private Belief belief() {
        Belief known = belief;
        if (known == null || allBreaks > NEWS * learnedFrom) {
            known = learn();
            belief = known;
            learnedFrom = allBreaks;
        }
        return known;
    }

    /** Nothing more will come: what was learned must not depend on when it was asked for. */
    public void settle() {
        if (allBreaks != learnedFrom) {
            belief = null;
        }
    }

    private Belief learn() {
        CompanyModel.Lesson lesson = CompanyModel.learn(allLengths);
        double kind = Math.clamp((ANY_KIND - lesson.spread()) / (ANY_KIND - ONE_KIND), 0, 1);
        double believed = LEAST_BELIEF + (1 - LEAST_BELIEF) * kind;
        double most = HIDDEN_PER_FOLLOWER * allFollowers;
        double capped = lesson.total() > most ? most / lesson.total() : 1;
        double following = 0;
        for (int quarter = 0; quarter < followers.length; quarter++) {
            following += byFollowers(quarter);
        }
        double people = believed * capped * lesson.total() + (1 - believed) * following;
        double deviation =
                Math.hypot(believed * capped * lesson.deviation(), (1 - believed) * FOLLOWERS_DOUBT * following);
        return new Belief(
                lesson.perBreak(),
                believed * capped,
                1 - believed,
                believed * (1 - capped),
                people > 0 ? deviation / people : 0);
    }
}
