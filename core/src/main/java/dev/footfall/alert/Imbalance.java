package dev.footfall.alert;

/** When more going in than coming out is no accident, of people through doors and of vehicles through gates alike. */
final class Imbalance {
    /** Drift rates up to this are usual. */
    static final double LIMIT = 0.03;

    /** A door or lane that explains so much of an imbalance is its cause. */
    static final double MOST = 0.6;

    /** What turning a door or lane round must leave of an imbalance to be the explanation. */
    static final double NEARLY_NOTHING = 0.2;

    /** Variance of an honest day's balance per crossing, and how many deviations of it are no accident. */
    private static final double NOISE = 0.02;

    private static final double DEVIATIONS = 2;

    /** So many more or less prove nothing, however few there were. */
    private static final double FEW = 3;

    private Imbalance() {}

    /** The largest surplus that may be chance. */
    static double noise(double crossings) {
        return Math.max(FEW, DEVIATIONS * Math.sqrt(NOISE * crossings));
    }
}
