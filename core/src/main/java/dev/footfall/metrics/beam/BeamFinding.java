package dev.footfall.metrics.beam;

import dev.footfall.reason.Reason;
import java.util.Locale;

/** Something about a beam sensor that its owner should know. */
public record BeamFinding(Kind kind, Reason why) {

    /** What it is. */
    public enum Kind {
        /** One beam counts breaks and cannot tell the direction. */
        NO_DIRECTION,
        BLOCKED,
        /** One of the two beams is never broken. */
        SILENT_SIDE,
        /** No person ever breaks both beams at once. */
        NEVER_OVERLAP,
        /** Edges that the kernel could not keep, or that must have been between two alike. */
        LOST_EDGES;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
