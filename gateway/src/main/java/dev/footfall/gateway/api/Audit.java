package dev.footfall.gateway.api;

import dev.footfall.audit.ManualCount;
import dev.footfall.measurement.Scope;
import dev.footfall.time.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody stood at a door and counted.
 *
 * @param id made by whoever counted, so that a count sent twice is kept once
 * @param scope an entrance, or the store for all of them
 * @param window when, to the second
 * @param in people counted who came in
 * @param out people counted who left
 * @param owner who counted
 * @param note anything worth knowing; may be empty
 */
public record Audit(String id, Scope scope, Window window, int in, int out, String owner, String note) {
    /** How exactly a bias is to be known: the interval's half width. */
    public static final double WITHIN = 0.03;

    public Audit {
        if (in < 0 || out < 0) {
            throw new IllegalArgumentException("counts [" + in + "] and [" + out + "] must not be negative");
        }
    }

    /**
     * What the sensors told of the same time.
     *
     * @param in people by the sensors; null if they do not know
     * @param out likewise
     * @param settled false while devices may still report that time
     */
    public record Told(@Nullable Double in, @Nullable Double out, boolean settled) {}

    /** A count with what it was held against. */
    public record Judged(Audit audit, Instant recordedAt, Told told) {
        public ManualCount.Verdict entries() {
            return new ManualCount(told.in(), audit.in()).within(WITHIN);
        }

        public ManualCount.Verdict exits() {
            return new ManualCount(told.out(), audit.out()).within(WITHIN);
        }
    }
}
