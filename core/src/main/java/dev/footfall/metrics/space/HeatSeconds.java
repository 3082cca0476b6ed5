package dev.footfall.metrics.space;

/**
 * Person-seconds per square cell, row by row from the plan's top left corner. A store without plan, zones and lines has no
 * cells.
 *
 * @param cellM side of a cell in metres
 */
public record HeatSeconds(double cellM, int columns, int rows, double[] personSeconds) {

    /** The sum over all cells, person-seconds. */
    public double total() {
        double total = 0;
        for (double seconds : personSeconds) {
            total += seconds;
        }
        return total;
    }
}
