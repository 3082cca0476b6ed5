package dev.footfall.gateway.admission;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of the fields in which, by a sensor's own mapping, addresses and plates stand: {@code plate: /car/lp} makes it {@code lp}. */
public final class MappedIdentities {
    private static final List<String> OPTIONS = List.of("mac", "plate");

    private MappedIdentities() {}

    /** The names, none without a sensor. */
    public static Set<String> of(@Nullable SensorBinding sensor) {
        if (sensor == null) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>();
        for (String option : OPTIONS) {
            String[] levels = sensor.options().getOrDefault(option, "").split("/", -1);
            for (int i = levels.length - 1; i > 0; i--) {
                // The number of a list's member names nothing: its list does.
                if (!levels[i].isEmpty() && !levels[i].chars().allMatch(Character::isDigit)) {
                    names.add(levels[i].replace("~1", "/").replace("~0", "~"));
                    break;
                }
            }
        }
        return names;
    }
}
