package dev.footfall.relay.uplink;

import dev.footfall.relay.wire.Batch;
import dev.footfall.relay.wire.StoreStatus;

/**
 * A way to head office. It connects by itself when it is used, waits a bounded time and never tries again on its own: when
 * to do so is decided by its owner. That a link counts as up is no evidence; {@link PublishResult.Stored} is.
 */
public interface Uplink {

    /** Hands over one batch and waits until the other side has stored it, or it is clear that it has not. */
    PublishResult publish(Batch batch);

    /**
     * Tells how the store is, unless this connection has been told the same already. A broken link is noticed here even if
     * nothing is to be sent.
     */
    PublishResult announce(StoreStatus status);

    /**
     * Says goodbye if it can within a short time, and lets everything go. May be called from any thread and more than
     * once; what is handed over afterwards is a {@link PublishResult.Retry}.
     *
     * @param last the status to leave behind, where this kind of uplink can
     */
    void close(StoreStatus last);
}
