package dev.footfall.gateway.source.broker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the link to one broker is.
 *
 * @param broker its URL, without credentials
 * @param connected true if we are connected and subscribed
 * @param since when that began
 * @param lastError the last thing that went wrong, as a sentence, kept after recovery; null if nothing ever did
 * @param received messages taken in since the start
 * @param unacknowledged messages the broker has not been acknowledged on this connection
 * @param reconnects how often the link came back, since the start
 */
public record LinkState(
        String broker,
        boolean connected,
        Instant since,
        @Nullable String lastError,
        long received,
        int unacknowledged,
        long reconnects) {}
