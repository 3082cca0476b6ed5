package dev.footfall.drivers.milesightip;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.lines.LineOptions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines that are mounted the wrong way round. */
record InvertedLines(Set<String> lines) {
    static InvertedLines of(DecodeContext context) {
        return new InvertedLines(LineOptions.names(context.option(MilesightIpDriver.INVERT_LINES, "")));
    }

    /** True if the line is meant by its number or by its uuid. */
    boolean contains(@Nullable String number, String name) {
        return lines.contains("all") || lines.contains(name) || (number != null && lines.contains(number));
    }
}
