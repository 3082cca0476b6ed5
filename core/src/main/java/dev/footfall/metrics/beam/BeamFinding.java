package dev.footfall.metrics.beam;

import java.util.Locale;
import java.util.Map;

/**
 * Something about a beam sensor that its owner should know.
 *
 * @param values what the sentence's numbers and names are, for whoever says it in another language
 */
public record BeamFinding(Kind kind, Map<String, String> values, String sentence) {
    public BeamFinding {
        values = Map.copyOf(values);
    }

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
