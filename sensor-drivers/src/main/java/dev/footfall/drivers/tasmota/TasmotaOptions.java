package dev.footfall.drivers.tasmota;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DriverOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the counters of one device mean.
 *
 * @param in the counter of people inward, null for none
 * @param out the counter of people outward, null for none
 * @param both the counter of people both ways, null for none
 * @param directionConfigured true if the owner says which way a counter counts, so that one alone is believed
 * @param arrivalTime true if the device's clock is not to be used
 */
record TasmotaOptions(
        @Nullable String in,
        @Nullable String out,
        @Nullable String both,
        boolean directionConfigured,
        boolean arrivalTime) {
    private static final List<String> COUNTERS = List.of("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8");
    private static final String NONE = "none";

    static final List<DriverOption> ALL = List.of(
            new DriverOption("in", "C1", withNone(), "The counter of people coming in."),
            new DriverOption("out", "C2", withNone(), "The counter of people going out."),
            new DriverOption(
                    "both",
                    NONE,
                    withNone(),
                    "The counter of a single beam, which counts every break whichever way; replaces in and out."),
            new DriverOption(
                    "time",
                    "device",
                    List.of("device", "arrival"),
                    "Whether the device's clock or the time of arrival counts."));

    static TasmotaOptions of(DecodeContext context) {
        return new TasmotaOptions(
                counter(context.option("in", "C1")),
                counter(context.option("out", "C2")),
                counter(context.option("both", NONE)),
                context.options().containsKey("in") || context.options().containsKey("out"),
                context.option("time", "device").equals("arrival"));
    }

    @Override
    public String toString() {
        return "(in: " + word(in) + ", out: " + word(out) + ", both: " + word(both) + ")";
    }

    private static String word(@Nullable String counter) {
        return counter == null ? NONE : counter;
    }

    private static @Nullable String counter(String option) {
        return option.equalsIgnoreCase(NONE) || option.isBlank()
                ? null
                : option.strip().toUpperCase(Locale.ROOT);
    }

    private static List<String> withNone() {
        return java.util.stream.Stream.concat(COUNTERS.stream(), java.util.stream.Stream.of(NONE))
                .toList();
    }
}
