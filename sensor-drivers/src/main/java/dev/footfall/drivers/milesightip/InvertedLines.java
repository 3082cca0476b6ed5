package dev.footfall.drivers.milesightip;

import dev.footfall.drivers.DecodeContext;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines that are mounted the wrong way round. */
record InvertedLines(Set<String> lines) {
    static InvertedLines of(DecodeContext context) {
        return new InvertedLines(
                Arrays.stream(context.option(MilesightIpDriver.INVERT_LINES, "").split(","))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** True if the line is meant by its number or by its uuid. */
    boolean contains(@Nullable String number, String name) {
        return lines.contains("all") || lines.contains(name) || (number != null && lines.contains(number));
    }
}
