package dev.footfall.gateway.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A response that could not be delivered because its reader left. Nothing is lost: the reader asks again. */
final class ClientGone {
    private static final Logger LOG = LoggerFactory.getLogger(ClientGone.class);

    private ClientGone() {}

    static void ignore(Throwable cause) {
        LOG.debug("a reader left before its answer was complete: {}", cause.toString());
    }
}
