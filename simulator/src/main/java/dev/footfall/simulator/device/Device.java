package dev.footfall.simulator.device;

import dev.footfall.simulator.visit.DayPlan;
import java.util.Iterator;

/** One device that watches the store. Days must be asked for in order; counters run on from one to the next. */
public interface Device {

    /**
     * What the device sends about a day, in the order of sending; made as it is asked for. The last messages of a day may
     * arrive shortly after its end. Nothing of an earlier day may be asked for afterwards.
     */
    Iterator<SimulatedMessage> messages(DayPlan plan);
}
