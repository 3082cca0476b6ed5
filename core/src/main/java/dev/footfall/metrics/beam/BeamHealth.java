package dev.footfall.metrics.beam;

import dev.footfall.metrics.beam.BeamFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Watches the watchers: is a beam silent, do two beams ever see the same body, were edges lost. */
final class BeamHealth {
    /** So many people in a row leave no doubt. */
    private static final int SURE = 20;

    private final int[] breaksWithoutOther = new int[Side.values().length];
    private int apart;
    private long lost;

    void broke(Side side) {
        breaksWithoutOther[side.ordinal()]++;
        breaksWithoutOther[1 - side.ordinal()] = 0;
    }

    void passed(Passage passage) {
        if (passage.way() == Passage.Way.IN || passage.way() == Passage.Way.OUT) {
            apart = passage.overlapped() ? 0 : apart + 1;
        }
    }

    void lost(long edges) {
        lost += edges;
    }

    long lost() {
        return lost;
    }

    List<BeamFinding> findings(boolean dual) {
        List<BeamFinding> findings = new ArrayList<>();
        if (!dual) {
            findings.add(new BeamFinding(
                    Kind.NO_DIRECTION,
                    Map.of(),
                    "a beam without direction counts breaks / 2; add an inner beam for direction"));
        }
        for (Side side : Side.values()) {
            int alone = breaksWithoutOther[side.ordinal()];
            if (dual && alone >= SURE) {
                String other = Side.values()[1 - side.ordinal()].wireName();
                findings.add(new BeamFinding(
                        Kind.SILENT_SIDE,
                        Map.of("beam", other, "n", Integer.toString(alone), "other", side.wireName()),
                        "the " + other + " beam was silent for " + alone + " breaks of the " + side.wireName()
                                + " beam: check its power, alignment, wiring and line number"));
            }
        }
        if (dual && apart >= SURE) {
            findings.add(new BeamFinding(
                    Kind.NEVER_OVERLAP,
                    Map.of("n", Integer.toString(apart)),
                    "the last " + apart + " people never broke both beams at once: mount the beams within 10 cm of each"
                            + " other, and check that both lines belong to this door"));
        }
        if (lost > 0) {
            findings.add(new BeamFinding(
                    Kind.LOST_EDGES,
                    Map.of("n", Long.toString(lost)),
                    String.format(
                            Locale.ROOT,
                            "%d %s lost today: people may be missing; look for noise on the line or an"
                                    + " overloaded machine",
                            lost,
                            lost == 1 ? "edge was" : "edges were")));
        }
        return findings;
    }
}
