package dev.footfall.metrics.expectation;

/** Linear regression that learns one example at a time and slowly forgets (recursive least squares). */
final class Regression {
    private static final double KEEPS = 0.997;
    private static final double RIDGE = 3;
    /** One wild hour must not turn the model round. */
    private static final double LARGEST_ERROR = 0.4;

    private final double[] weights;
    private final double[][] covariance;
    private final double[] gain;

    Regression(int features) {
        this.weights = new double[features];
        this.covariance = new double[features][features];
        this.gain = new double[features];
        for (int i = 0; i < features; i++) {
            covariance[i][i] = RIDGE;
        }
    }

    double predict(double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }

    void learn(double[] features, double truth) {
        double divisor = KEEPS;
        for (int i = 0; i < weights.length; i++) {
            gain[i] = 0;
            for (int j = 0; j < weights.length; j++) {
                gain[i] += covariance[i][j] * features[j];
            }
            divisor += features[i] * gain[i];
        }
        double error = Math.max(-LARGEST_ERROR, Math.min(LARGEST_ERROR, truth - predict(features)));
        for (int i = 0; i < weights.length; i++) {
            weights[i] += gain[i] / divisor * error;
            for (int j = 0; j < weights.length; j++) {
                covariance[i][j] = (covariance[i][j] - gain[i] * gain[j] / divisor) / KEEPS;
            }
        }
    }
}
