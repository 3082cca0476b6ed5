package dev.footfall.drivers.lorawan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What identifies an uplink: device, session and frame counter. The counter starts again with each join, and a join gives
 * a new session. Where a server tells no session or no counter, the hour of reception tells frames with equal numbers
 * apart; readings add what they say, so that only equal words can be mistaken for a repeat.
 */
final class UplinkKey {
    /** Keeps the hour's edge away from the round minutes at which devices report. */
    private static final long EDGE_SECONDS = 433;

    private UplinkKey() {}

    static @Nullable String of(@Nullable String device, @Nullable String session, int counter, @Nullable Instant time) {
        if (device == null || (counter < 0 && time == null)) {
            return null;
        }
        String words = device + "|" + (session == null ? "" : session) + "|" + Math.max(0, counter);
        boolean sure = session != null && counter >= 0;
        return sure || time == null ? words : words + "|" + Math.floorDiv(time.getEpochSecond() + EDGE_SECONDS, 3600L);
    }
}
