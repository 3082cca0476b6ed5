package dev.footfall.gateway.config;

import java.util.List;
import java.util.stream.Stream;

/** The options of the driver {@code gpio-beam}: one or two infrared beams on GPIO lines. */
final class GpioBeamOptions {
    static final String DRIVER = "gpio-beam";
    static final String CHIP = "gpiochip0";
    static final List<String> KEYS =
            List.of("chip", "outer", "inner", "active", "pull", "debounce", "second-within", "blocked-after");
    private static final Form<Integer> LINE = Forms.whole(0, 1023);

    private GpioBeamOptions() {}

    static void check(Section options) {
        options.refuseOthersThan(Stream.concat(KEYS.stream(), SensorOptions.OF_EVERY_SENSOR.keySet().stream())
                .toList());
        SensorOptions.OF_EVERY_SENSOR.forEach(options::optional);
        options.optional("chip", Forms.NAME);
        options.optional("active", Forms.oneOf(List.of("high", "low")));
        options.optional("pull", Forms.oneOf(List.of("as-is", "up", "down", "off")));
        options.optional("debounce", TimeForms.DURATION_OR_ZERO);
        options.optional("second-within", TimeForms.DURATION);
        options.optional("blocked-after", TimeForms.DURATION);
        Integer outer = options.required("outer", LINE, "the number of the beam's GPIO line");
        Integer inner = options.optional("inner", LINE);
        if (outer != null && outer.equals(inner)) {
            options.wrong(
                    "inner",
                    Rule.of("same-line", "must be another line than outer; leave inner out for a single beam"));
        }
    }
}
