package dev.footfall.gateway.api;

import dev.footfall.reason.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sensor's health; devices that nobody configured appear with {@code configured} false.
 *
 * @param status {@code ok}, {@code silent} (expected interval passed twice), {@code offline} (said so), {@code never}
 * @param messagesPerMinute over the last five minutes, null while fewer than 30 s have been watched
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
        @Nullable Double messagesPerMinute,
        long messages,
        long duplicates,
        long rejected,
        long quarantined,
        @Nullable Double clockSkewSeconds,
        List<Remark> remarks,
        List<Refused> refused) {

    /**
     * Something that its owner should know.
     *
     * @param code what it is, lower-case with dashes; bounded, stable for programs
     * @param why what is said of it
     */
    public record Remark(String code, Reason why) {}

    /**
     * A refused payload, pseudonymised and cut to size.
     *
     * @param code why, lower-case with dashes; bounded, stable for programs; empty if an earlier version refused it
     * @param reason the same in English, for a technician
     */
    public record Refused(Instant at, String address, String code, String reason, String payload) {}
}
