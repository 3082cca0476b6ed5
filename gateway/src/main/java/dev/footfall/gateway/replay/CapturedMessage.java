package dev.footfall.gateway.replay;

import dev.footfall.drivers.Message;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Receipt;
import dev.footfall.gateway.intake.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a capture: a message as it was received.
 *
 * @param at arrival time
 * @param via {@code mqtt}, {@code http} or {@code gpio}
 * @param address topic or path; {@code gpio/} and the sensor for gpio
 * @param sensor the sensor that it is for, if the capture says so; otherwise null, and the address tells
 */
public record CapturedMessage(
        Instant at,
        String via,
        String address,
        @Nullable String contentType,
        byte[] payload,
        boolean retained,
        @Nullable String sensor) {

    /** The driver of everything that comes by pins. */
    private static final String GPIO_DRIVER = "gpio-beam";

    private static final String INGEST = "/ingest/";

    /** The message as if it arrived now. */
    public Arrival arrival() {
        String driver = null;
        String named = sensor;
        if (via.equals("gpio")) {
            driver = GPIO_DRIVER;
        } else if (via.equals("http") && address.startsWith(INGEST)) {
            String[] parts = address.substring(INGEST.length()).split("/", -1);
            if (parts.length == 2) {
                driver = parts[0];
                named = parts[1];
            }
        }
        return new Arrival(
                Source.REPLAY,
                "",
                new Message(address, contentType, payload, retained),
                at,
                0,
                false,
                driver,
                named,
                Receipt.NONE);
    }
}
