package dev.footfall.metrics.beam;

/**
 * The people a beam could not see because others hid them, by the model: while a beam is broken people go on arriving as
 * they do in the moments after it clears.
 *
 * @param in hidden people inward
 * @param out hidden people outward
 * @param seenIn people inward that the beams did see
 * @param seenOut people outward that the beams did see
 * @param split standard deviation of not knowing the direction, in people; 0 where it is known
 */
public record Undercount(double in, double out, double seenIn, double seenOut, double split) {
    public static final Undercount NONE = new Undercount(0, 0, 0, 0, 0);

    private static final double NINETY_PERCENT = 1.645;

    /** Relative uncertainty of the hidden, for companions do not arrive independently. */
    private static final double MODEL = 0.6;

    /** Share of people that may walk exactly abreast, which no beam can tell from one. */
    private static final double ABREAST = 0.06;

    /** Share of passages that may be a cart, a bag or an arm. */
    private static final double THINGS = 0.02;

    public Undercount plus(Undercount other) {
        return new Undercount(
                in + other.in,
                out + other.out,
                seenIn + other.seenIn,
                seenOut + other.seenOut,
                Math.hypot(split, other.split));
    }

    /** By how much the number of people inward may be too high. */
    public double belowIn() {
        return below(in, seenIn);
    }

    /** By how much the number of people outward may be too high. */
    public double belowOut() {
        return below(out, seenOut);
    }

    /** By how much the number of people inward may be too low. */
    public double aboveIn() {
        return above(in, seenIn);
    }

    /** By how much the number of people outward may be too low. */
    public double aboveOut() {
        return above(out, seenOut);
    }

    private double below(double hidden, double seen) {
        return Math.min(hidden + seen, spread(hidden) + THINGS * seen);
    }

    private double above(double hidden, double seen) {
        return spread(hidden) + ABREAST * seen;
    }

    private double spread(double hidden) {
        double model = MODEL * hidden;
        return NINETY_PERCENT * Math.sqrt(hidden + model * model + split * split);
    }
}
