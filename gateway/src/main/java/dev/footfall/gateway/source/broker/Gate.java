package dev.footfall.gateway.source.broker;

import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Intake;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Stands between the client's callback, which must not block, and the intake, which may be full. What comes while it is
 * full is parked here, in order; when this is full too the link has to end, for there is no other way to stop a broker.
 * Thread-safe.
 */
final class Gate {
    /** What parked messages may weigh together before the link has to end. */
    static final long PARKED_BYTES = 16L << 20;

    private final Intake intake;
    private final int places;
    private final Runnable roomAgain;
    private final Deque<Arrival> parked = new ArrayDeque<>();
    private long parkedBytes;
    private boolean waitingForRoom;
    private long passed;

    /**
     * @param places how many messages may be parked before the link has to end
     * @param roomAgain called when it is time to {@link #drain}, on a thread that must not be held up
     */
    Gate(Intake intake, int places, Runnable roomAgain) {
        this.intake = intake;
        this.places = places;
        this.roomAgain = roomAgain;
    }

    /** Takes a message, in any case; never blocks. */
    synchronized void pass(Arrival arrival) {
        passed++;
        if (waitingForRoom || !parked.isEmpty()) {
            parked.add(arrival);
            parkedBytes += arrival.message().payload().length;
        } else {
            offer(arrival);
        }
    }

    /** Hands on what is parked, as far as there is room. */
    synchronized void drain() {
        while (!waitingForRoom && !parked.isEmpty()) {
            Arrival next = parked.remove();
            parkedBytes -= next.message().payload().length;
            offer(next);
        }
    }

    private void offer(Arrival arrival) {
        if (!intake.offer(arrival)) {
            waitingForRoom = true;
            // calls back on this very thread if there is room by now
            intake.whenRoom(this::room);
        }
    }

    private void room() {
        synchronized (this) {
            waitingForRoom = false;
        }
        roomAgain.run();
    }

    /** True if the link has to end. */
    synchronized boolean isFull() {
        return parked.size() >= places || parkedBytes >= PARKED_BYTES;
    }

    /** True if messages can be taken without parking them: a link that ended may begin again. */
    synchronized boolean isOpen() {
        return !waitingForRoom && parked.isEmpty();
    }

    /** How many messages it took since the start. */
    synchronized long passed() {
        return passed;
    }
}
