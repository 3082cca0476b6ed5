package dev.footfall.metrics.beam;

import dev.footfall.metrics.beam.BeamFinding.Kind;
import dev.footfall.reason.SensorReason;
import dev.footfall.reason.Word;
import java.util.ArrayList;
import java.util.List;

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
            findings.add(new BeamFinding(Kind.NO_DIRECTION, new SensorReason.NoDirection()));
        }
        for (Side side : Side.values()) {
            int alone = breaksWithoutOther[side.ordinal()];
            if (dual && alone >= SURE) {
                Side other = Side.values()[1 - side.ordinal()];
                findings.add(new BeamFinding(
                        Kind.SILENT_SIDE, new SensorReason.BeamSilent(other.word(), alone, side.word())));
            }
        }
        if (dual && apart >= SURE) {
            findings.add(new BeamFinding(Kind.NEVER_OVERLAP, new SensorReason.BeamsApart(apart)));
        }
        if (lost > 0) {
            findings.add(new BeamFinding(
                    Kind.LOST_EDGES, new SensorReason.EdgesLost(lost, lost == 1 ? Word.EDGE_WAS : Word.EDGES_WERE)));
        }
        return findings;
    }
}
