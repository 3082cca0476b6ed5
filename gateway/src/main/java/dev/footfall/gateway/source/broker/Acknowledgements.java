package dev.footfall.gateway.source.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What one connection still has to acknowledge. Messages are settled in any order and acknowledged in the order they came,
 * as MQTT demands. Thread-safe.
 */
final class Acknowledgements {
    private final Deque<Delivery> waiting = new ArrayDeque<>();

    /** One message that the broker wants acknowledged. */
    static final class Delivery {
        private final int packetId;
        private boolean settled;

        private Delivery(int packetId) {
            this.packetId = packetId;
        }
    }

    synchronized Delivery expect(int packetId) {
        var delivery = new Delivery(packetId);
        waiting.add(delivery);
        return delivery;
    }

    /** @return true if there is something to acknowledge now */
    synchronized boolean settle(Delivery delivery) {
        delivery.settled = true;
        return waiting.peek() == delivery;
    }

    /** Packet ids to acknowledge now, in order; each is given once. */
    synchronized List<Integer> takeSettled() {
        List<Integer> ids = new ArrayList<>();
        for (Delivery first = waiting.peek(); first != null && first.settled; first = waiting.peek()) {
            ids.add(waiting.remove().packetId);
        }
        return ids;
    }

    synchronized int size() {
        return waiting.size();
    }
}
