package dev.footfall.metrics.expectation;

import java.util.Arrays;

/** The last points of one weekday and time, at most twelve, without those that were flagged. */
final class Slot {
    private static final int MOST = 12;
    /** So many exceptions one after the other are the new normal. */
    private static final int NEW_NORMAL = 3;

    private double[] points = new double[4];
    private int size;
    private int flaggedInARow;

    void add(double value, boolean flagged) {
        flaggedInARow = flagged ? flaggedInARow + 1 : 0;
        if (flagged && flaggedInARow < NEW_NORMAL) {
            return;
        }
        if (size == MOST) {
            System.arraycopy(points, 1, points, 0, MOST - 1);
            size--;
        } else if (size == points.length) {
            points = Arrays.copyOf(points, Math.min(MOST, size * 2));
        }
        points[size++] = value;
    }

    int size() {
        return size;
    }

    double[] points() {
        return Arrays.copyOf(points, size);
    }
}
