package dev.footfall.metrics.counting;

import dev.footfall.metrics.grid.DaySeconds;

/**
 * How far the doors' balance lies beside the people inside, at the quarters' borders; straight lines between them.
 *
 * @param people too many in the balance, at each border
 * @param variance how unsure that is
 */
record Drift(double[] people, double[] variance) {
    /** How far the balance is off at a second of a quarter. */
    double people(int quarter, int second) {
        return between(people, quarter, second);
    }

    double deviation(int quarter, int second) {
        return Math.sqrt(between(variance, quarter, second));
    }

    private static double between(double[] borders, int quarter, int second) {
        double share = (double) second / DaySeconds.QUARTER;
        return borders[quarter] + share * (borders[quarter + 1] - borders[quarter]);
    }
}
