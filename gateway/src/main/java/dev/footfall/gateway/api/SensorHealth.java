package dev.footfall.gateway.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sensor's health; devices that nobody configured appear with {@code configured} false.
 *
 * @param status {@code ok}, {@code silent} (expected interval passed twice), {@code offline} (said so), {@code never}
 * @param clockSkewSeconds device time minus arrival time of the last message that had one, null if unknown
 * @param remarks what its owner should know: blocked or miswired beams, lost edges, no direction
 * @param refused the newest refused payloads, newest first
 */
public record SensorHealth(
        String id,
        String driver,
        boolean configured,
        String status,
        @Nullable Instant lastMessage,
        long messages,
        long duplicates,
        long rejected,
        long quarantined,
        @Nullable Double clockSkewSeconds,
        List<String> remarks,
        List<Refused> refused) {

    /** A refused payload, pseudonymised and cut to size. */
    public record Refused(Instant at, String address, String reason, String payload) {}
}
