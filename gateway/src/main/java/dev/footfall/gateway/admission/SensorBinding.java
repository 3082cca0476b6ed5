package dev.footfall.gateway.admission;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig.Sensor;
import dev.footfall.time.ClockTrust;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A configured sensor together with its driver.
 *
 * @param options what the driver is told: the configured options and what follows from the rest of the configuration
 */
public record SensorBinding(
        Sensor sensor,
        SensorDriver driver,
        Map<String, String> options,
        ClockTrust trust,
        @Nullable TopicFilter topic) {

    static SensorBinding of(Sensor sensor, SensorDriver driver, Map<String, String> options, Duration maxAge) {
        String filter = sensor.match().topic();
        return new SensorBinding(
                sensor,
                driver,
                options,
                new ClockTrust(sensor.maxSkew(), maxAge),
                filter == null ? null : TopicFilter.of(filter));
    }

    public SensorId id() {
        return sensor.id();
    }

    DecodeContext context(Instant receivedAt, ZoneId zone) {
        return new DecodeContext(receivedAt, zone, options);
    }

    boolean matchesTopic(String address) {
        return topic != null && topic.matches(address);
    }

    boolean matchesPath(String address) {
        return Objects.equals(sensor.match().path(), address);
    }

    /** True unless the sensor is bound to a device and the message names another one. */
    boolean matchesDevice(@Nullable String device) {
        String wanted = sensor.match().device();
        return wanted == null || (device != null && plain(wanted).equals(plain(device)));
    }

    private static String plain(String id) {
        return id.replaceAll("[:-]", "").toLowerCase(Locale.ROOT);
    }
}
