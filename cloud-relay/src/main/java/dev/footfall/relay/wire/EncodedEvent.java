package dev.footfall.relay.wire;

import dev.footfall.relay.outbox.Position;

/**
 * One event ready to be sent.
 *
 * @param position the outbox entry it tells
 * @param id the CloudEvents id, the same for every copy
 * @param json UTF-8; not to be changed
 */
public record EncodedEvent(Position position, String id, byte[] json) {}
