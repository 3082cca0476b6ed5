package dev.footfall.metrics.stay;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Scope;
import java.util.Arrays;

/**
 * How long visits to one place lasted.
 *
 * @param basis what tells one visitor from another: camera or WiFi
 * @param visits that began, as far as the source knows, whether or not their length is known
 * @param bins visits of known length by {@link StayBins class}
 */
public record Stays(Scope scope, Basis basis, double visits, double[] bins) {
    public Stays {
        bins = bins.clone();
        if (bins.length != StayBins.COUNT) {
            throw new IllegalArgumentException("bins [" + bins.length + "] must be " + StayBins.COUNT);
        }
    }

    @Override
    public double[] bins() {
        return bins.clone();
    }

    /** Visits of known length. */
    public double n() {
        return Arrays.stream(bins).sum();
    }

    public boolean isOfTheSamePlaceAs(Stays other) {
        return scope.equals(other.scope) && basis == other.basis;
    }

    /** Of two stretches of time. */
    public Stays plus(Stays other) {
        double[] sum = bins();
        Arrays.setAll(sum, bin -> sum[bin] + other.bins[bin]);
        return new Stays(scope, basis, visits + other.visits, sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stays that
                && isOfTheSamePlaceAs(that)
                && Double.compare(visits, that.visits) == 0
                && Arrays.equals(bins, that.bins);
    }

    @Override
    public int hashCode() {
        return 31 * scope.hashCode() + Arrays.hashCode(bins);
    }

    @Override
    public String toString() {
        return scope.wireName() + " by " + basis.wireName() + ": " + visits + " visits, " + Arrays.toString(bins);
    }
}
