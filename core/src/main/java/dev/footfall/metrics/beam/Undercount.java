package dev.footfall.metrics.beam;

/**
 * The people a beam could not see because others hid them.
 *
 * @param in hidden people inward
 * @param out hidden people outward
 * @param seenIn people inward that the beams did see
 * @param seenOut people outward that the beams did see
 * @param doubt standard deviation of the hidden that stays the same all day, as a share of them
 * @param maybe more hidden people each way that one of two witnesses tells of
 * @param split standard deviation of not knowing the direction, in people; 0 where it is known
 */
public record Undercount(
        double in, double out, double seenIn, double seenOut, double doubt, double maybe, double split) {
    public static final Undercount NONE = new Undercount(0, 0, 0, 0, 0, 0, 0);

    private static final double NINETY_PERCENT = 1.645;

    /** Share of the hidden by which the model itself may be wrong: a cart lengthens a break as a companion does. */
    private static final double MODEL = 0.45;

    /** Share of people that may walk exactly abreast, which no beam can tell from one. */
    private static final double ABREAST = 0.06;

    /** Share of passages that may be a cart, a bag or an arm. */
    private static final double THINGS = 0.02;

    public Undercount plus(Undercount other) {
        double hidden = in + out;
        double more = other.in + other.out;
        return new Undercount(
                in + other.in,
                out + other.out,
                seenIn + other.seenIn,
                seenOut + other.seenOut,
                hidden + more > 0 ? (doubt * hidden + other.doubt * more) / (hidden + more) : 0,
                maybe + other.maybe,
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
        return spread(hidden) + ABREAST * seen + maybe;
    }

    private double spread(double hidden) {
        double model = Math.hypot(MODEL, doubt) * hidden;
        return NINETY_PERCENT * Math.sqrt(hidden + model * model + split * split);
    }
}
