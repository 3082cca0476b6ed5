package dev.footfall.gateway.logging;

import java.util.logging.LogManager;

/**
 * A log manager that logs to the end. The standard one throws its handlers away as soon as the JVM begins to shut down,
 * and with them everything that a service says about its stopping.
 */
public final class SteadyLogManager extends LogManager {
    /** Made by the JDK, by name. */
    public SteadyLogManager() {}

    @Override
    public void reset() {}
}
