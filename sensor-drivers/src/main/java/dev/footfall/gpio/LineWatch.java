package dev.footfall.gpio;

import java.util.function.Consumer;

/** Lines that are being watched. All of them are read together, in the order in which their edges happened. */
public interface LineWatch extends AutoCloseable {

    /** True if the line is high now. */
    boolean isHigh(int line) throws LineProblem;

    /**
     * Waits for edges and hands them on.
     *
     * @param waitMillis how long to wait for the first
     * @return how many there were; 0 if none came in time
     * @throws LineProblem if the lines are gone
     */
    int read(int waitMillis, Consumer<LineEdge> sink) throws LineProblem;

    @Override
    void close();
}
