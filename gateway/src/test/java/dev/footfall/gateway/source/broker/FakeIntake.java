package dev.footfall.gateway.source.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Intake;
import dev.footfall.ledger.Fate;
import java.util.ArrayList;
import java.util.List;

/** An intake whose commits a test decides. Settles at once unless it holds. Thread-safe. */
final class FakeIntake implements Intake {
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Arrival> unsettled = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private Fate fate = Fate.COUNTED;
    private boolean holding;
    private int room = Integer.MAX_VALUE;

    /** From now on nothing is committed, as with a disk that stands still. */
    synchronized FakeIntake hold() {
        holding = true;
        return this;
    }

    /** How many more it takes before it says that it is full. */
    synchronized FakeIntake withRoom(int messages) {
        room = messages;
        return this;
    }

    synchronized FakeIntake thatGives(Fate newFate) {
        fate = newFate;
        return this;
    }

    @Override
    public boolean offer(Arrival arrival) {
        synchronized (this) {
            arrivals.add(arrival);
            room--;
            if (holding) {
                unsettled.add(arrival);
                return room > 0;
            }
        }
        arrival.receipt().settled(fate, "");
        return hasRoom();
    }

    private synchronized boolean hasRoom() {
        return room > 0;
    }

    @Override
    public void whenRoom(Runnable resume) {
        synchronized (this) {
            if (room <= 0) {
                waiting.add(resume);
                return;
            }
        }
        resume.run();
    }

    /** There is room again, without end. */
    void makeRoom() {
        List<Runnable> resume;
        synchronized (this) {
            room = Integer.MAX_VALUE;
            resume = List.copyOf(waiting);
            waiting.clear();
        }
        resume.forEach(Runnable::run);
    }

    /** Commits what is held, in that order, and holds no longer. */
    void commit() {
        List<Arrival> held;
        synchronized (this) {
            holding = false;
            held = List.copyOf(unsettled);
            unsettled.clear();
        }
        held.forEach(arrival -> arrival.receipt().settled(Fate.COUNTED, ""));
    }

    synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    List<String> payloads() {
        return arrivals().stream()
                .map(arrival -> new String(arrival.message().payload(), UTF_8))
                .toList();
    }
}
