package dev.footfall.gateway.source.broker;

import dev.footfall.relay.link.BrokerUrl;
import dev.footfall.relay.link.LinkFailure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a link's state for those who ask, and logs each change of it once. Thread-safe. */
final class LinkReport {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerSubscriber.class);

    private final BrokerUrl broker;
    private boolean connected;
    private boolean everConnected;
    private Instant since;
    private @Nullable String lastError;
    private long reconnects;

    LinkReport(BrokerUrl broker, Instant since) {
        this.broker = broker;
        this.since = since;
    }

    synchronized LinkState state(long received, int unacknowledged) {
        return new LinkState(broker.toString(), connected, since, lastError, received, unacknowledged, reconnects);
    }

    /** @param partly what is wrong although we are connected; null if nothing is */
    synchronized void connected(Instant now, @Nullable LinkFailure partly) {
        if (everConnected) {
            reconnects++;
            LOG.info(
                    "Reading {} again after {} s",
                    broker,
                    Duration.between(since, now).toSeconds());
        } else {
            LOG.info("Reading {}", broker);
        }
        if (partly != null) {
            if (!partly.why().equals(lastError)) {
                LOG.warn("Not all topics of {} are read: {}", broker, partly.why());
            }
            lastError = partly.why();
        }
        everConnected = true;
        connected = true;
        since = now;
    }

    synchronized void failed(Instant now, LinkFailure failure) {
        if (connected || !failure.why().equals(lastError)) {
            LOG.warn("{} is not read: {}; trying again", broker, failure.why());
        }
        lastError = failure.why();
        ended(now);
    }

    synchronized void ended(Instant now) {
        if (connected) {
            connected = false;
            since = now;
        }
    }
}
