package dev.footfall.store;

import dev.footfall.observation.SensorId;
import java.util.List;

/**
 * Signal strengths of a device carried through the store: what the receivers heard of it while it was in known zones.
 *
 * @param receivers the sensors, in the order of the strengths of every reading
 * @param readings what was heard
 */
public record Survey(List<SensorId> receivers, List<Reading> readings) {
    /** Stands for a receiver that did not hear the device: fainter than anything it can hear, dBm. */
    public static final int UNHEARD = -100;

    public Survey {
        receivers = List.copyOf(receivers);
        readings = List.copyOf(readings);
        for (Reading reading : readings) {
            if (reading.dbm().size() != receivers.size()) {
                throw new IllegalArgumentException("a reading in zone [" + reading.zone() + "] has ["
                        + reading.dbm().size() + "] strengths for [" + receivers.size() + "] receivers");
            }
        }
    }

    /**
     * One moment in a zone.
     *
     * @param dbm strength at each receiver, {@link #UNHEARD} where it heard nothing
     */
    public record Reading(String zone, List<Integer> dbm) {
        public Reading {
            dbm = List.copyOf(dbm);
        }
    }
}
