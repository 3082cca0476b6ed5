package dev.footfall.drivers;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a driver may know besides the message.
 *
 * @param receivedAt when the message arrived
 * @param zone the store's zone, for devices that send local time without one
 * @param options the sensor's options, as validated against {@link SensorDriver#options()}
 */
public record DecodeContext(Instant receivedAt, ZoneId zone, Map<String, String> options) {
    public String option(String key, String otherwise) {
        return options.getOrDefault(key, otherwise);
    }
}
