package dev.footfall.gateway.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which GPIO lines are taken, to find two beams on one line. */
final class GpioLines {
    private final Map<String, String> owners = new HashMap<>();

    void claim(Section entry, @Nullable String id, @Nullable DriverChoice driver, Map<String, String> options) {
        if (driver == null || !driver.isGpioBeam()) {
            return;
        }
        String chip = options.getOrDefault("chip", GpioBeamOptions.CHIP);
        String mine = id == null ? entry.path() : id;
        for (String key : List.of("outer", "inner")) {
            String line = options.get(key);
            String owner = line == null ? null : owners.putIfAbsent(chip + " " + line, mine);
            if (owner != null && !owner.equals(mine)) {
                entry.wrong(
                        "options",
                        Rule.of(
                                "line-taken",
                                "uses line {line} of {chip}, which sensor {sensor} uses too",
                                "line",
                                line,
                                "chip",
                                chip,
                                "sensor",
                                owner));
            }
        }
    }
}
