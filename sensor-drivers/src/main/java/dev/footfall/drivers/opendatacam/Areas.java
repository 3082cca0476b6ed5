package dev.footfall.drivers.opendatacam;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.observation.Fact;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says about the counting areas.
 *
 * @param in areas that count inward
 * @param out areas that count outward
 * @param inDirection the direction of a single crossing that is in
 */
record Areas(Set<String> in, Set<String> out, String inDirection) {

    static Areas of(DecodeContext context) {
        return new Areas(
                ids(context.option(OpenDataCamDriver.IN_AREAS, "")),
                ids(context.option(OpenDataCamDriver.OUT_AREAS, "")),
                context.option(OpenDataCamDriver.IN_DIRECTION, OpenDataCamDriver.RIGHTWARD));
    }

    /** A running total of an area; null if the owner lists areas and this is none of them. */
    @Nullable
    Fact total(String area, long count, @Nullable String recording) {
        if (in.contains(area)) {
            return new Fact.Counter(count, 0, recording, 0, -1, true);
        }
        if (out.contains(area)) {
            return new Fact.Counter(0, count, recording, 0, -1, true);
        }
        // A line that counts both ways into one number is like a beam: which way is not to be known.
        return in.isEmpty() && out.isEmpty() ? new Fact.Counter(count, 0, recording, 0, -1, false) : null;
    }

    /** One crossing; null if nothing tells which way. */
    Fact.@Nullable Crossing crossing(String area, @Nullable String direction) {
        if (in.contains(area)) {
            return Fact.Crossing.event(1, 0);
        }
        if (out.contains(area)) {
            return Fact.Crossing.event(0, 1);
        }
        if (direction == null) {
            return null;
        }
        return direction.equals(inDirection) ? Fact.Crossing.event(1, 0) : Fact.Crossing.event(0, 1);
    }

    private static Set<String> ids(String option) {
        return Arrays.stream(option.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
