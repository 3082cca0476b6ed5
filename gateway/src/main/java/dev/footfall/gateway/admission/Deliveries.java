package dev.footfall.gateway.admission;

import dev.footfall.gateway.intake.Arrival;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Recognises redeliveries of messages that carry no identity of their own. A sender repeats (with the same packet number,
 * marked as a repeat) what it saw no acknowledgement of, so a repeat can only be of the last message with that number on
 * this connection or the one before. Looking no further back matters: a door's messages are all alike, and numbers start
 * again with each connection.
 */
final class Deliveries {
    private final Map<String, Link> links = new HashMap<>();
    private final Set<Long> recovered = new HashSet<>();

    private static final class Link {
        long connection;
        boolean firstSinceStart = true;
        long[] previous = new long[0];
        long[] current = new long[0];

        Link(long connection) {
            this.connection = connection;
        }

        void reconnect(long next) {
            connection = next;
            firstSinceStart = false;
            previous = current;
            current = new long[0];
        }

        void note(int id, long key) {
            if (id >= current.length) {
                current = Arrays.copyOf(current, Math.min(1 << 16, Integer.highestOneBit(id) << 1));
            }
            current[id] = key;
        }

        boolean knows(int id, long key) {
            return (id < current.length && current[id] == key) || (id < previous.length && previous[id] == key);
        }
    }

    /** What identifies this delivery; its lowest bit is set. 0 for a message that is never redelivered. */
    static long key(Arrival arrival) {
        if (arrival.deliveryId() == 0) {
            return 0;
        }
        long seed = ((long) arrival.peer().hashCode() << 32)
                ^ (arrival.message().address().hashCode() * 31L)
                ^ ((long) arrival.deliveryId() << 16);
        return KeyHash.of(seed, arrival.message().payload()) | 1;
    }

    /** True if the key is one of a delivery, not of a fact. */
    static boolean isDelivery(long key) {
        return (key & 1) != 0;
    }

    /** Notes the delivery; true if it repeats one that was received before. */
    boolean isRepeat(Arrival arrival, long key) {
        Link link = links.computeIfAbsent(arrival.peer(), ignored -> new Link(arrival.connection()));
        if (link.connection != arrival.connection()) {
            link.reconnect(arrival.connection());
        }
        boolean repeat = arrival.redelivered()
                && (link.knows(arrival.deliveryId(), key) || (link.firstSinceStart && recovered.remove(key)));
        link.note(arrival.deliveryId() & 0xFFFF, key);
        return repeat;
    }

    /** Takes up a delivery that was committed shortly before the last stop, and may not have been acknowledged. */
    void recall(long key) {
        recovered.add(key);
    }
}
