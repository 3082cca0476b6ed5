package dev.footfall.gateway.config;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.SensorDriver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The driver of a sensor.
 *
 * @param options the options it has; null for an announced driver whose options are not settled
 * @param driver the driver itself; null for an announced one
 */
record DriverChoice(
        String name,
        @Nullable List<DriverOption> options,
        @Nullable SensorDriver driver) {

    /** The sensor's driver; null, with a problem, if it is missing or unknown. */
    static @Nullable DriverChoice read(Section entry, Context context) {
        Value value = entry.value("driver");
        if (value == null) {
            entry.missing("driver", "for example native; footfall drivers lists them all");
            return null;
        }
        String name = value.text();
        if (name == null) {
            return null;
        }
        Optional<SensorDriver> active = DriverCatalog.named(name);
        if (active.isPresent()) {
            return new DriverChoice(name, active.get().options(), active.get());
        }
        if (AnnouncedDrivers.NAMES.contains(name)) {
            context.notYetActive(value.path(), name);
            return new DriverChoice(name, null, null);
        }
        value.wrong(Rule.of("driver", "must be a known driver; {then}").then(Nearest.rule(name, known())));
        return null;
    }

    /** What the driver says about its options taken together. */
    Map<String, String> wrongOptions(Map<String, String> texts) {
        return driver == null ? Map.of() : driver.wrongOptions(texts);
    }

    boolean isGpioBeam() {
        return name.equals(GpioBeamOptions.DRIVER);
    }

    private static List<String> known() {
        return Stream.concat(DriverCatalog.all().stream().map(SensorDriver::name), AnnouncedDrivers.NAMES.stream())
                .distinct()
                .toList();
    }
}
