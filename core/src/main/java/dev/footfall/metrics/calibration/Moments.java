package dev.footfall.metrics.calibration;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Sums of products of (1, features, people) over pairs: all that a linear regression needs, additive over days. */
final class Moments {
    private static final int N = Features.COUNT + 2;

    /** Ridge penalty per pair on standardised features; between 0.003 and 0.03 it makes no difference. */
    private static final double PENALTY = 0.01;

    private final double[][] sums = new double[N][N];

    void add(CalibrationDay.Pair pair) {
        double[] z = new double[N];
        z[0] = 1;
        for (int j = 0; j < Features.COUNT; j++) {
            z[j + 1] = pair.features()[j];
        }
        z[N - 1] = pair.people();
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                sums[i][j] += z[i] * z[j];
            }
        }
    }

    /** Adds the other sums times the factor, which is −1 to leave a day out. */
    void add(Moments other, double factor) {
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                sums[i][j] += factor * other.sums[i][j];
            }
        }
    }

    double count() {
        return sums[0][0];
    }

    /** Variance of the number of people. */
    double variance() {
        double mean = sums[0][N - 1] / count();
        return sums[N - 1][N - 1] / count() - mean * mean;
    }

    /** Intercept and slopes of the ridge regression of people on features. */
    double[] regression() {
        double n = count();
        int p = Features.COUNT;
        double[] deviation = new double[p];
        for (int i = 0; i < p; i++) {
            double mean = sums[0][i + 1] / n;
            double variance = sums[i + 1][i + 1] / n - mean * mean;
            deviation[i] = variance > 1e-9 ? Math.sqrt(variance) : 0;
        }
        double[][] a = new double[p][p];
        double[] b = new double[p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                a[i][j] = covariance(i + 1, j + 1, n, deviation[i], deviation[j]);
            }
            a[i][i] += PENALTY;
            b[i] = covariance(i + 1, N - 1, n, deviation[i], 1);
        }
        double[] standard = solve(a, b);
        double[] line = new double[p + 1];
        line[0] = sums[0][N - 1] / n;
        for (int i = 0; i < p; i++) {
            line[i + 1] = deviation[i] > 0 ? standard[i] / deviation[i] : 0;
            line[0] -= line[i + 1] * sums[0][i + 1] / n;
        }
        return line;
    }

    private double covariance(int i, int j, double n, double deviationI, double deviationJ) {
        double scale = deviationI * deviationJ;
        return scale > 0 ? (sums[i][j] / n - sums[0][i] / n * (sums[0][j] / n)) / scale : 0;
    }

    /** Divides by a correlation that its penalty keeps positive definite. */
    private static double[] solve(double[][] correlation, double[] right) {
        DMatrixRMaj solved = new DMatrixRMaj(right.length, 1);
        if (!CommonOps_DDRM.solveSPD(new DMatrixRMaj(correlation), DMatrixRMaj.wrap(right.length, 1, right), solved)) {
            throw new IllegalStateException("a correlation with a penalty is positive definite");
        }
        return solved.getData();
    }
}
