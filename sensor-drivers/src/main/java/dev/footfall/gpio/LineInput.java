package dev.footfall.gpio;

import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;

/** One watched line as a Pi4J input. Its events are dispatched by the thread that reads the watch. */
final class LineInput extends DigitalInputBase {
    private volatile DigitalState state;
    private long lastSequence;

    LineInput(DigitalInputProvider provider, DigitalInputConfig config, DigitalState found) {
        super(provider, config);
        this.state = found;
    }

    @Override
    public DigitalState state() {
        return state;
    }

    void took(LineEdge edge) {
        // Numbers are 32 bits wide and begin with 1; modulo arithmetic survives their wrap.
        int lost = (int) (edge.lineSequence() - lastSequence) - 1;
        lastSequence = edge.lineSequence();
        state = edge.rising() ? DigitalState.HIGH : DigitalState.LOW;
        dispatch(new EdgeEvent(this, edge, Math.max(0, lost)));
    }
}
