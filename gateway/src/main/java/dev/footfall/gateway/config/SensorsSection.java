package dev.footfall.gateway.config;

import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig.Match;
import dev.footfall.store.StoreConfig.Point;
import dev.footfall.store.StoreConfig.Sensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The section {@code sensors}. */
final class SensorsSection {
    static final List<String> KEYS =
            List.of("id", "driver", "entrance", "car-park", "match", "zones", "position-m", "options");

    private final Context context;
    private final MatchSection matches = new MatchSection();
    private final GpioLines gpioLines = new GpioLines();
    private final List<Sensor> sensors = new ArrayList<>();

    private SensorsSection(Context context) {
        this.context = context;
    }

    static List<Sensor> read(Section file, Context context) {
        Value value = file.value("sensors");
        if (value == null) {
            file.missing("sensors", "a list with an id and a driver for each sensor");
            return List.of();
        }
        if (value.isEmpty()) {
            value.wrongAsAWhole(Rule.of("no-sensors", "must list the sensors; write [] for none"));
            return List.of();
        }
        SensorsSection section = new SensorsSection(context);
        value.items().forEach(section::readSensor);
        if (value.isList() && value.items().isEmpty()) {
            context.notice("sensors", "is empty: nothing will be counted");
        }
        return section.sensors;
    }

    private void readSensor(Value item) {
        Section entry = item.openSection();
        if (entry == null) {
            return;
        }
        entry.refuseOthersThan(KEYS, SensorsSection::hint);
        String id = context.ids().declare(Ids.Kind.SENSOR, entry);
        DriverChoice driver = DriverChoice.read(entry, context);
        String entrance = context.ids().reference(Ids.Kind.ENTRANCE, entry, "entrance");
        String carPark = context.ids().reference(Ids.Kind.CAR_PARK, entry, "car-park");
        Match match = matches.read(entry, id, driver);
        Map<String, String> zones = zones(entry);
        Value place = entry.value("position-m");
        Point position = place == null ? null : PointForm.read(place, context);
        SensorOptions options = SensorOptions.read(entry, driver);
        gpioLines.claim(entry, id, driver, options.asWritten());
        if (id != null && driver != null) {
            sensors.add(new Sensor(
                    new SensorId(id),
                    driver.name(),
                    entrance,
                    carPark,
                    match,
                    zones,
                    position,
                    options.asWritten(),
                    options.expectEvery(),
                    options.maxSkew()));
        }
    }

    private static Rule hint(String key) {
        return SensorOptions.OF_EVERY_SENSOR.containsKey(key)
                ? Rule.of("under-options", "it belongs under options")
                : Nearest.rule(key, KEYS);
    }

    private Map<String, String> zones(Section entry) {
        Map<String, String> zones = new LinkedHashMap<>();
        Value value = entry.part("zones");
        @Nullable Section names = value == null ? null : value.openSection();
        if (names != null) {
            names.entries().forEach((theirs, ours) -> {
                String zone = context.ids().reference(Ids.Kind.ZONE, ours);
                if (zone != null) {
                    zones.put(theirs, zone);
                }
            });
        }
        return zones;
    }
}
