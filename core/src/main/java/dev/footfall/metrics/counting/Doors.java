package dev.footfall.metrics.counting;

import dev.footfall.measurement.Basis;
import dev.footfall.metrics.counting.PerimeterRows.Door;
import dev.footfall.metrics.coverage.Quality;
import dev.footfall.metrics.row.Rows.Evidence;
import dev.footfall.reason.CountReason.HalfTheBreaks;
import dev.footfall.reason.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All entrances together in one stretch of time. */
public final class Doors {
    private final PerimeterRows rows;
    private final List<Door> doors;
    private final Factors factors;
    private final int from;
    private final int to;
    private @Nullable Evidence evidence;

    Doors(PerimeterRows rows, List<Door> doors, Factors factors, int from, int to) {
        this.rows = rows;
        this.doors = doors;
        this.factors = factors;
        this.from = from;
        this.to = to;
    }

    List<Door> list() {
        return doors;
    }

    Factors factors() {
        return factors;
    }

    Passed passed() {
        return doors.stream().map(Door::passed).reduce(Passed.NONE, Passed::plus);
    }

    public double entries() {
        return passed().entries().value();
    }

    public boolean any() {
        return !doors.isEmpty();
    }

    /** Each entrance by its own count basis. */
    public double footfall() {
        return corrected().value();
    }

    Passed.Corrected corrected() {
        return doors.stream()
                .map(door -> door.passed().footfall(door.entrance().basis()))
                .reduce(new Passed.Corrected(0, 0, 0), Passed.Corrected::plus);
    }

    /** What is known about the counts, which a model may stand behind. */
    Evidence countEvidence() {
        return PerimeterRows.modelled(evidence(), passed());
    }

    /** Entries by the occupancy's factors. */
    public double entered() {
        return factors.in() * passed().in();
    }

    /** A closed day on which people came and nobody was seen to leave: how long they stayed cannot be told. */
    boolean nobodyLeft() {
        return factors.entriesOnly();
    }

    /** Person-seconds in the store, by the occupancy's factors. */
    public double stayed() {
        int end = rows.stayEnd(to);
        return end > from ? rows.curve().over(from, end).corrected() : 0;
    }

    public Evidence evidence() {
        Evidence known = evidence;
        if (known == null) {
            known = judge();
            evidence = known;
        }
        return known;
    }

    private @Nullable Reason substitutions() {
        return Reason.join(doors.stream().map(Door::substitution).toList());
    }

    private Evidence judge() {
        Passed passed = passed();
        Basis basis = doors.stream()
                .map(Door::basis)
                .reduce((a, b) -> a == b ? a : Basis.FUSED)
                .orElse(Basis.COUNTER);
        Evidence plain = new Evidence(quality(), passed.any(), false, substitutions(), basis);
        return passed.undirected() ? plain.estimatedBecause(new HalfTheBreaks()) : plain;
    }

    /**
     * Entrances weighted by their traffic per live second, so that a dead sensor does not lose its weight with its
     * counts; one that was never live weighs as the others do on average.
     */
    Quality quality() {
        double[] weights = new double[doors.size()];
        double known = 0;
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            double share = doors.get(i).quality().completeness();
            if (share > 0) {
                Passed passed = doors.get(i).passed();
                weights[i] = (passed.in() + passed.out()) / share;
                known += weights[i];
                count++;
            }
        }
        for (int i = 0; i < weights.length; i++) {
            if (doors.get(i).quality().completeness() == 0) {
                weights[i] = count == 0 ? 1 : known / count;
            }
        }
        return Quality.mean(doors.stream().map(Door::quality).toList(), weights);
    }
}
