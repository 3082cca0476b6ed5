package dev.footfall.drivers.lines;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DriverOption;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lines and registers that count one way each, as the owner drew and named them.
 *
 * @param chosen ids or names of the lines that count; empty for all of them
 * @param outward ids or names of the lines that count people going out; null where their names tell
 */
public record OneWayLines(Set<String> chosen, @Nullable Set<String> outward) {
    private static final String OUT_LINES = "out-lines";

    /** The two options, for {@code SensorDriver.options()}. */
    public static final List<DriverOption> OPTIONS = List.of(
            LineOptions.CHOICE,
            new DriverOption(
                    OUT_LINES,
                    null,
                    List.of(),
                    "The lines that count people going out, separated by commas; if not set, those whose name says so."));

    /** What the sensor's options say. */
    public static OneWayLines of(DecodeContext context) {
        String outward = context.option(OUT_LINES, "");
        return new OneWayLines(LineOptions.of(context).chosen(), outward.isBlank() ? null : LineOptions.names(outward));
    }

    /** True if a line of this id and name counts. */
    public boolean counts(String id, @Nullable String name) {
        return chosen.isEmpty() || LineOptions.named(chosen, id, name);
    }

    /** True if the line counts people going out. */
    public boolean outward(String id, @Nullable String name) {
        return outward == null
                ? NamedWay.of(name == null ? id : name) == NamedWay.OUT
                : LineOptions.named(outward, id, name);
    }
}
