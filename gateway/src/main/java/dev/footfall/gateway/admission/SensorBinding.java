package dev.footfall.gateway.admission;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Source;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig.Sensor;
import dev.footfall.time.ClockTrust;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A configured sensor together with its driver.
 *
 * @param options what the driver is told: the configured options and what follows from the rest of the configuration
 * @param optionsWithoutSecret the same but for {@link DriverOption#SECRET}
 */
public record SensorBinding(
        Sensor sensor,
        SensorDriver driver,
        Map<String, String> options,
        Map<String, String> optionsWithoutSecret,
        ClockTrust trust,
        @Nullable TopicFilter topic) {

    static SensorBinding of(Sensor sensor, SensorDriver driver, Map<String, String> options, Duration maxAge) {
        String filter = sensor.match().topic();
        return new SensorBinding(
                sensor,
                driver,
                options,
                without(options),
                new ClockTrust(sensor.maxSkew(), maxAge),
                filter == null ? null : TopicFilter.of(filter));
    }

    private static Map<String, String> without(Map<String, String> options) {
        Map<String, String> others = new HashMap<>(options);
        others.remove(DriverOption.SECRET);
        return Map.copyOf(others);
    }

    public SensorId id() {
        return sensor.id();
    }

    /** A capture holds no secret: that the sender knew it was checked when the message came. */
    DecodeContext context(Arrival arrival, ZoneId zone) {
        boolean checked = arrival.source() == Source.REPLAY;
        return new DecodeContext(arrival.at(), zone, checked ? optionsWithoutSecret : options);
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
