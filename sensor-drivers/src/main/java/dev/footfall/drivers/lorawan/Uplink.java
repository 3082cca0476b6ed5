package dev.footfall.drivers.lorawan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message of a sensor, out of its envelope.
 *
 * @param device the device's EUI in lower case, else its id at the server; null for a frame without envelope
 * @param names what the server calls the device, its profile and its model, lower case; empty without envelope
 * @param port the LoRaWAN port, −1 if unknown
 * @param frame the bytes; null if there are none
 * @param object what the server's codec made of them; null if it has none
 * @param time when the server or its gateway received it; null if unknown
 * @param session the address the device has since its last join; null if unknown
 * @param key text that a repeat of this very uplink shares; null if nothing identifies it
 */
public record Uplink(
        @Nullable String device,
        String names,
        int port,
        @Nullable Frame frame,
        @Nullable JsonNode object,
        @Nullable Instant time,
        @Nullable String session,
        @Nullable String key) {

    /** A frame or object that came without an envelope. */
    static Uplink bare(int port, @Nullable Frame frame, @Nullable JsonNode object) {
        return new Uplink(null, "", port, frame, object, null, null, null);
    }

    /** The frame in words, for refusals. */
    public String described() {
        String where = port < 0 ? "" : " on port " + port;
        if (frame == null) {
            return object == null ? "an uplink" + where + " without a frame" : "the decoded object" + where;
        }
        return String.format(
                Locale.ROOT, "the frame%s of %d byte%s", where, frame.length(), frame.length() == 1 ? "" : "s");
    }
}
