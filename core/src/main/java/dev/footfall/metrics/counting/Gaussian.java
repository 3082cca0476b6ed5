package dev.footfall.metrics.counting;

import static org.ejml.dense.row.decomposition.TriangularSolver_DDRM.solveL;
import static org.ejml.dense.row.decomposition.TriangularSolver_DDRM.solveTranL;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/** A normal distribution of several values at once, given what was seen of them. */
final class Gaussian {
    private final int size;
    /** The covariance's root, its lower half by rows. */
    private final double[] root;
    /** What was seen, divided by the covariance. */
    private final double[] solved;

    private final double logLikelihood;

    /**
     * @param covariance of what was seen, positive definite
     * @param seen how far it lies from what was expected
     * @param before ln of how likely the distribution is before anything is seen
     * @throws IllegalArgumentException if it is no covariance
     */
    Gaussian(double[][] covariance, double[] seen, double before) {
        this.size = seen.length;
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(size, true);
        if (!cholesky.decompose(new DMatrixRMaj(covariance))) {
            throw new IllegalArgumentException("a covariance must be positive definite");
        }
        this.root = cholesky.getT(null).getData();
        this.solved = seen.clone();
        solveL(root, solved, size);
        double logRoot = 0;
        for (int i = 0; i < size; i++) {
            logRoot += Math.log(root[i * size + i]);
        }
        this.logLikelihood = before - dot(solved, solved) / 2 - logRoot;
        solveTranL(root, solved, size);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** ln of the density of what was seen, but for a constant. */
    double logLikelihood() {
        return logLikelihood;
    }

    /** What is to be expected of a value that was not seen. */
    double mean(double[] covarianceWithSeen) {
        return dot(solved, covarianceWithSeen);
    }

    /** By how much its variance shrank. */
    double told(double[] covarianceWithSeen) {
        double[] half = covarianceWithSeen.clone();
        solveL(root, half, size);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += half[i] * half[i];
        }
        return sum;
    }
}
