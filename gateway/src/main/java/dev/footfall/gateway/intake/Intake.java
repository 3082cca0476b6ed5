package dev.footfall.gateway.intake;

/** Where sources hand over what arrived. Bounded: when it is full the source stops reading, nothing is dropped. */
public interface Intake {

    /**
     * Takes one message; never blocks. After {@code false} has been returned the message was still taken, and the source
     * must stop reading until {@link #whenRoom} calls back.
     */
    boolean offer(Arrival arrival);

    /** Calls back once, from the writer's thread, as soon as there is room again (at once if there is). */
    void whenRoom(Runnable resume);
}
