package dev.footfall.metrics.space;

import java.util.Arrays;

/** The places, as shares of a way from 0 to 1, at which it is cut; reused from move to move. */
final class Shares {
    private double[] shares = new double[16];
    private int size;

    void clear() {
        size = 0;
        add(0);
        add(1);
    }

    void add(double share) {
        if (!(share >= 0 && share <= 1)) {
            return;
        }
        if (size == shares.length) {
            shares = Arrays.copyOf(shares, size * 2);
        }
        shares[size++] = share;
    }

    /** Sorts them; afterwards the parts run from {@code get(i)} to {@code get(i + 1)}. */
    void sort() {
        Arrays.sort(shares, 0, size);
    }

    int parts() {
        return size - 1;
    }

    double get(int index) {
        return shares[index];
    }
}
