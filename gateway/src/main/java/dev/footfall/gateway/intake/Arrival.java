package dev.footfall.gateway.intake;

import dev.footfall.drivers.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as a source received it.
 *
 * @param source which way it came in
 * @param peer the connection it came by, for telling redeliveries apart: client id or broker URL; empty if there is none
 * @param connection number of the connection among those of this peer; a new one starts packet ids anew
 * @param message address and bytes
 * @param at arrival time
 * @param deliveryId the transport's id of this delivery (MQTT packet id), 0 for none
 * @param redelivered true if the transport says that it sent this before (MQTT DUP)
 * @param driver the driver the address names, for {@code /ingest/{driver}/{sensor}}; otherwise null
 * @param sensor the sensor that the address names, or the capture; otherwise null
 * @param lastWill true if the broker side speaks for a device that vanished
 * @param receipt told once what became of the message
 */
public record Arrival(
        Source source,
        String peer,
        long connection,
        Message message,
        Instant at,
        int deliveryId,
        boolean redelivered,
        @Nullable String driver,
        @Nullable String sensor,
        boolean lastWill,
        Receipt receipt) {

    /** The same message, come at another time. */
    public Arrival cameAt(Instant when) {
        return new Arrival(
                source, peer, connection, message, when, deliveryId, redelivered, driver, sensor, lastWill, receipt);
    }

    /** The message as a capture would bring it back. */
    public Arrival replayed() {
        return new Arrival(
                Source.REPLAY,
                peer,
                connection,
                message,
                at,
                deliveryId,
                redelivered,
                driver,
                sensor,
                lastWill,
                receipt);
    }

    /** Another message that came the same way. */
    public Arrival with(Message other) {
        return new Arrival(
                source, peer, connection, other, at, deliveryId, redelivered, driver, sensor, lastWill, receipt);
    }

    /** A message that is no last will, from a peer with one lasting connection. */
    public Arrival(
            Source source,
            String peer,
            Message message,
            Instant at,
            int deliveryId,
            boolean redelivered,
            @Nullable String driver,
            @Nullable String sensor,
            Receipt receipt) {
        this(source, peer, 0, message, at, deliveryId, redelivered, driver, sensor, false, receipt);
    }
}
