package dev.footfall.drivers.lines;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DriverOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of a device's lines count, and which of them are mounted the wrong way round.
 *
 * @param chosen ids or names of the lines that count; empty for all of them
 * @param inverted ids or names of lines whose in and out are swapped
 */
public record LineOptions(Set<String> chosen, Set<String> inverted) {
    private static final String LINES = "lines";
    private static final String INVERT_LINES = "invert-lines";
    private static final String ALL = "all";

    static final DriverOption CHOICE = new DriverOption(
            LINES, ALL, List.of(), "The lines that count, by id or name, separated by commas; others are left.");

    /** The two options, for {@code SensorDriver.options()}. */
    public static final List<DriverOption> OPTIONS = List.of(
            CHOICE,
            new DriverOption(
                    INVERT_LINES,
                    null,
                    List.of(),
                    "Lines whose in and out are to be swapped: ids or names separated by commas, or all."));

    private static final LineOptions AS_MOUNTED = new LineOptions(Set.of(), Set.of());

    public LineOptions {
        chosen = Set.copyOf(chosen);
        inverted = Set.copyOf(inverted);
    }

    /** What the sensor's options say. */
    public static LineOptions of(DecodeContext context) {
        if (context.options().isEmpty()) {
            return AS_MOUNTED;
        }
        Set<String> chosen = names(context.option(LINES, ALL));
        return new LineOptions(chosen.contains(ALL) ? Set.of() : chosen, names(context.option(INVERT_LINES, "")));
    }

    /** True if a line of this id and name counts. */
    public boolean counts(String id, @Nullable String name) {
        return chosen.isEmpty() || named(chosen, id, name);
    }

    /** True if the line's in is out and its out is in. */
    public boolean swaps(String id, @Nullable String name) {
        return inverted.contains(ALL) || named(inverted, id, name);
    }

    static boolean named(Set<String> lines, String id, @Nullable String name) {
        return lines.contains(id) || (name != null && lines.contains(name));
    }

    /** The names in an option, which are separated by commas. */
    public static Set<String> names(String option) {
        if (option.isEmpty()) {
            return Set.of();
        }
        return Arrays.stream(option.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
