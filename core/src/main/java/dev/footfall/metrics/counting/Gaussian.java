package dev.footfall.metrics.counting;

/** A normal distribution of several values at once, given what was seen of them. */
final class Gaussian {
    private final double[][] root;
    private final double[] solved;
    private final double logLikelihood;

    /**
     * @param covariance of what was seen; only its lower half is read
     * @param seen how far it lies from what was expected
     * @param before ln of how likely the distribution is before anything is seen
     */
    Gaussian(double[][] covariance, double[] seen, double before) {
        int n = seen.length;
        this.root = new double[n][];
        double log = 0;
        for (int i = 0; i < n; i++) {
            root[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                root[i][j] = (covariance[i][j] - dot(root[i], root[j], j)) / root[j][j];
            }
            root[i][i] = Math.sqrt(Math.max(1e-9, covariance[i][i] - dot(root[i], root[i], i)));
            log += Math.log(root[i][i]);
        }
        double[] forward = forward(seen);
        this.logLikelihood = before - dot(forward, forward, n) / 2 - log;
        this.solved = backward(forward);
    }

    private static double dot(double[] a, double[] b, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private double[] forward(double[] right) {
        double[] x = new double[root.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (right[i] - dot(root[i], x, i)) / root[i][i];
        }
        return x;
    }

    private double[] backward(double[] right) {
        double[] x = right.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= root[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= root[i][j] * x[i];
            }
        }
        return x;
    }

    /** ln of the density of what was seen, but for a constant. */
    double logLikelihood() {
        return logLikelihood;
    }

    /** What is to be expected of a value that was not seen. */
    double mean(double[] covarianceWithSeen) {
        return dot(covarianceWithSeen, solved, solved.length);
    }

    /** By how much its variance shrank. */
    double told(double[] covarianceWithSeen) {
        double[] half = forward(covarianceWithSeen);
        return dot(half, half, half.length);
    }
}
