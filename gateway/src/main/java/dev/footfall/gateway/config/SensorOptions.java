package dev.footfall.gateway.config;

import dev.footfall.drivers.DriverOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sensor's {@code options}: those that every sensor has, and those of its driver.
 *
 * @param asWritten all of them as text
 */
record SensorOptions(Map<String, String> asWritten, Duration expectEvery, Duration maxSkew) {
    static final Duration EXPECT_EVERY = Duration.ofMinutes(15);
    static final Duration MAX_SKEW = Duration.ofMinutes(5);

    /** What every sensor understands, whatever its driver, and in which form. */
    static final Map<String, Form<?>> OF_EVERY_SENSOR = Map.of(
            "expect-every", TimeForms.DURATION,
            "max-skew", TimeForms.DURATION,
            "invert", Forms.TRUE_OR_FALSE,
            "role", Forms.oneOf(List.of("primary", "backup")),
            "staff-lines", Forms.NAME);

    private static final SensorOptions NONE = new SensorOptions(Map.of(), EXPECT_EVERY, MAX_SKEW);

    static SensorOptions read(Section entry, @Nullable DriverChoice driver) {
        Value value = entry.part("options");
        Section options = value == null ? null : value.openSection();
        if (options == null) {
            if (value == null && driver != null && driver.isGpioBeam()) {
                entry.missing("options", "with at least outer, the number of the beam's GPIO line");
            } else if (value == null && driver != null) {
                driver.wrongOptions(Map.of()).forEach((key, rule) -> entry.wrong("options." + key, ofDriver(rule)));
            }
            return NONE;
        }
        if (driver != null && driver.isGpioBeam()) {
            GpioBeamOptions.check(options);
        } else if (driver != null) {
            checkAll(options, driver);
        }
        return new SensorOptions(
                texts(options),
                options.optional("expect-every", TimeForms.DURATION, EXPECT_EVERY),
                options.optional("max-skew", TimeForms.DURATION, MAX_SKEW));
    }

    private static void checkAll(Section options, DriverChoice driver) {
        List<DriverOption> known = driver.options();
        if (known == null) {
            checkForEverySensor(options);
            return;
        }
        Map<String, DriverOption> byKey =
                known.stream().collect(Collectors.toMap(DriverOption::key, option -> option, (first, second) -> first));
        Set<String> all = new LinkedHashSet<>(byKey.keySet());
        all.addAll(OF_EVERY_SENSOR.keySet());
        options.refuseOthersThan(List.copyOf(all));
        options.entries().forEach((key, value) -> check(value, byKey.get(key), OF_EVERY_SENSOR.get(key)));
        driver.wrongOptions(texts(options)).forEach((key, rule) -> {
            Value written = options.entries().get(key);
            if (written == null) {
                options.wrong(key, ofDriver(rule));
            } else {
                written.wrong(ofDriver(rule));
            }
        });
    }

    /** Drivers say their rules themselves. */
    private static Rule ofDriver(String rule) {
        return Rule.of("of-driver", "{rule}", "rule", rule);
    }

    static void checkForEverySensor(Section options) {
        options.entries().forEach((key, value) -> check(value, null, OF_EVERY_SENSOR.get(key)));
    }

    private static void check(Value value, @Nullable DriverOption option, @Nullable Form<?> form) {
        if (option != null && !option.allowed().isEmpty()) {
            value.as(Forms.oneOf(option.allowed()));
        } else if (form != null) {
            value.as(form);
        } else {
            value.text();
        }
    }

    private static Map<String, String> texts(Section options) {
        Map<String, String> texts = new LinkedHashMap<>();
        options.entries().forEach((key, value) -> {
            String text = value.isScalar() ? value.text() : null;
            if (text != null) {
                texts.put(key, text);
            }
        });
        return texts;
    }
}
