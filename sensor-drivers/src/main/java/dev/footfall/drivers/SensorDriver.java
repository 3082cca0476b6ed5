package dev.footfall.drivers;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One device format. A driver knows a format, not a transport: the same driver serves MQTT, HTTP and captures. It has no
 * state, no clock and does no I/O; the same message and options always give the same answer.
 */
public interface SensorDriver {

    /** Name in the configuration, lower-case with dashes, for example {@code milesight-ip}. */
    String name();

    /** One line for the list of drivers. */
    String title();

    /** The options this driver understands, for {@code check} and the documentation. */
    List<DriverOption> options();

    /**
     * What is wrong with the options beyond unknown keys and values that are not allowed: option → rule it breaks, worded to
     * follow the option and its value, for example {@code must be a JSON pointer}. Empty if they can be used.
     */
    default Map<String, String> wrongOptions(Map<String, String> options) {
        return Map.of();
    }

    /**
     * What a GET on the sensor's ingest address is answered with, for clouds that ask whether this is the right receiver
     * before they push; empty if the format has no such question or the options hold no answer.
     */
    default Optional<String> greeting(Map<String, String> options) {
        return Optional.empty();
    }

    /** HTTP headers beside the content type that tell the driver something, for example a signature; spelt as it looks them up. */
    default List<String> headers() {
        return List.of();
    }

    /**
     * Understands one message. Never throws for any payload: what cannot be understood is {@link
     * DecodeResult.Rejected} with a reason a technician can act on.
     */
    DecodeResult decode(Message message, DecodeContext context);

    /**
     * How surely this message is in the driver's format, judged without configuration: 0 no, 100 beyond doubt. Must be
     * cheap and never throw.
     */
    int recognise(Message message);
}
