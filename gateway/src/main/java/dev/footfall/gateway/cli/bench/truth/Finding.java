package dev.footfall.gateway.cli.bench.truth;

/**
 * One line of the table.
 *
 * @param metric what was measured
 * @param data the recording
 * @param truth the true value
 * @param ours our value
 * @param error how far apart, as text with its unit
 * @param floor the figure to beat
 * @param target the figure to reach
 * @param reached whether it is reached
 */
record Finding(
        String metric,
        String data,
        double truth,
        double ours,
        String error,
        String floor,
        String target,
        boolean reached) {
    private static final double PERCENT = 100;

    /** A count that must be the true one. */
    static Finding exact(String metric, String data, double truth, double ours) {
        double off = ours - truth;
        return new Finding(
                metric, data, truth, ours, off == 0 ? "0" : "%+.0f".formatted(off), "exact", "exact", off == 0);
    }

    /** An amount that may be off by so many percent. */
    static Finding within(String metric, String data, double truth, double ours, double percent) {
        double off = truth == 0 ? Double.NaN : PERCENT * (ours - truth) / truth;
        return new Finding(
                metric,
                data,
                truth,
                ours,
                "%+.3f %%".formatted(off),
                "–",
                "≤ %s %%".formatted(percent),
                Math.abs(off) <= percent);
    }
}
