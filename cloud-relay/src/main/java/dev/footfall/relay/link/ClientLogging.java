package dev.footfall.relay.link;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the MQTT client library from writing to the console: what it has to say reaches us as failures, which are logged
 * once per change and not once per attempt.
 */
public final class ClientLogging {
    /** Held, because a logger nobody holds is forgotten together with its level. */
    private static final Logger PAHO = Logger.getLogger("org.eclipse.paho.mqttv5");

    private ClientLogging() {}

    public static void silence() {
        PAHO.setLevel(Level.OFF);
    }
}
