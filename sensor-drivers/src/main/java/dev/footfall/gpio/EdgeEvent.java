package dev.footfall.gpio;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;

/** Pi4J's event with what counting needs besides: the kernel's time, and how many edges were lost before this one. */
public final class EdgeEvent extends DigitalStateChangeEvent<DigitalInput> {
    private final LineEdge edge;
    private final int lostBefore;

    EdgeEvent(DigitalInput source, LineEdge edge, int lostBefore) {
        super(source, edge.rising() ? DigitalState.HIGH : DigitalState.LOW);
        this.edge = edge;
        this.lostBefore = lostBefore;
    }

    public LineEdge edge() {
        return edge;
    }

    /** Edges of this line between the one before and this one that the kernel could not keep. */
    public int lostBefore() {
        return lostBefore;
    }
}
