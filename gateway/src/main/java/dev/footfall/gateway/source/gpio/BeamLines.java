package dev.footfall.gateway.source.gpio;

import dev.footfall.gpio.LineWish;
import dev.footfall.gpio.LineWish.Pull;
import dev.footfall.store.StoreConfig.Sensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines of one beam sensor, from its options, which were checked when they were loaded. */
record BeamLines(String sensor, LineWish wish) {
    private static final String DEFAULT_CHIP = "gpiochip0";

    static BeamLines of(Sensor sensor) {
        Map<String, String> options = sensor.options();
        List<Integer> lines = new ArrayList<>();
        for (String side : List.of("outer", "inner")) {
            String line = options.get(side);
            if (line != null) {
                lines.add(Integer.valueOf(line));
            }
        }
        String pull = options.getOrDefault("pull", "as-is");
        return new BeamLines(
                sensor.id().value(),
                new LineWish(
                        options.getOrDefault("chip", DEFAULT_CHIP),
                        lines,
                        Pull.valueOf(pull.toUpperCase(Locale.ROOT).replace('-', '_')),
                        "footfall " + sensor.id().value()));
    }
}
