package dev.footfall.metrics.beam;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many people others hid, quarter by quarter, by two witnesses. The lengths of the breaks tell of companions that made
 * them longer ({@link CompanyModel}). The rate at which someone follows within a second of a beam's clearing tells how many
 * came during the breaks. Where bodies take lengths of one kind, as in a door, the lengths are believed; where these differ
 * by more than people's pace can, as along a wide front, each is believed by half. Where nobody follows closely nobody
 * walks together either: the lengths then differ for another reason. Where a few kinds of bodies explain the lengths better
 * than company does ({@link KindsModel}), carts and children make them, and hide nobody.
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
    /** Kinds of bodies are believed in where they explain a break by so much better than company does, and fully here. */
    private static final double KINDS_TELL_MORE = 0.02;

    private static final double KINDS_TELL_ALL = 0.05;

    /** So much better for all breaks together is more than chance. */
    private static final double KINDS_LEAST = 5;

    /** From children to carts lengths spread by a half; where they spread by more, three kinds would explain anything. */
    private static final double KINDS_SPREAD = 0.55;

    private static final double KINDS_NO_SPREAD = 0.7;

    /** A break longer than this is no walk, however slow. */
    private static final long SLOWEST = 60_000;

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
    private final long[] walkedMillis;
    private final long[] firstStarts;
    private final long[] lastEnds;
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
     * @param strangers people who came by chance while somebody else was in the beam
     */
    public record Hidden(double people, double deviation, double maybe, int breaks, double strangers) {
        static final Hidden NONE = new Hidden(0, 0, 0, 0, 0);
    }

    /** @param longest milliseconds of a break that count; what stands longer hides no more walkers than that */
    public Hiding(int quarters, long longest) {
        this.longest = longest;
        this.brokenMillis = new long[quarters];
        this.standingMillis = new long[quarters];
        this.watchedMillis = new long[quarters];
        this.walkedMillis = new long[quarters];
        this.firstStarts = new long[quarters];
        this.lastEnds = new long[quarters];
        this.followers = new int[quarters];
        this.breaks = new int[quarters];
        this.lengths = new int[quarters][];
    }

    /** A break of the beam in a quarter, in milliseconds of the day. */
    public void add(int quarter, long start, long end) {
        brokenMillis[quarter] += Math.min(end - start, longest);
        walkedMillis[quarter] += Math.min(end - start, SLOWEST);
        firstStarts[quarter] = breaks[quarter] == 0 ? start : firstStarts[quarter];
        lastEnds[quarter] = end;
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
        double people = now.lengths * byLength + now.followers * byRate(quarter);
        return new Hidden(
                people, people * now.deviation, now.maybe * byLength + behind, breaks[quarter], strangers(quarter));
    }

    /**
     * Who came during the breaks, as those came who followed closely, and as people came at all while the beam was free.
     * Followers tell of company, but few are seen; all breaks together are many, but tell of strangers alone.
     */
    private double byRate(int quarter) {
        if (followers[quarter] == 0) {
            return 0;
        }
        double following = (double) followers[quarter] / Math.max(1, watchedMillis[quarter]) * brokenMillis[quarter];
        return (following + strangers(quarter)) / 2;
    }

    /** Where nobody follows closely people keep apart, and nobody meets. */
    private double strangers(int quarter) {
        long free = lastEnds[quarter] - firstStarts[quarter] - walkedMillis[quarter];
        return followers[quarter] == 0
                ? 0
                : (breaks[quarter] - 1.0) / Math.max(FOLLOWING, free) * walkedMillis[quarter];
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
            following += byRate(quarter);
        }
        double people = believed * capped * lesson.total() + (1 - believed) * following;
        double deviation =
                Math.hypot(believed * capped * lesson.deviation(), (1 - believed) * FOLLOWERS_DOUBT * following);
        double company = 1 - kinds(lesson);
        return new Belief(
                lesson.perBreak(),
                company * believed * capped,
                company * (1 - believed),
                believed * (1 - company * capped),
                people > 0 ? deviation / people : 0);
    }

    /** How far it is believed that breaks differ because bodies do: those with a cart are long, and alike. */
    private double kinds(CompanyModel.Lesson lesson) {
        int told = IntStream.of(allLengths).sum();
        double better = KindsModel.fit(allLengths) - lesson.fit();
        double perBreak = better / Math.max(1, told);
        return Math.clamp((perBreak - KINDS_TELL_MORE) / (KINDS_TELL_ALL - KINDS_TELL_MORE), 0, 1)
                * Math.clamp(better / KINDS_LEAST - 1, 0, 1)
                * Math.clamp((KINDS_NO_SPREAD - lesson.spread()) / (KINDS_NO_SPREAD - KINDS_SPREAD), 0, 1);
    }
}
