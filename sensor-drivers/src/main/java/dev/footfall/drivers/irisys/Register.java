package dev.footfall.drivers.irisys;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.lines.NamedWay;
import dev.footfall.drivers.lines.OneWayLines;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the device's registers mean to us. A register is a line that counts one way, or a zone, a dwell time or an exclusion:
 * only the owner's naming or configuration tells.
 */
final class Register {
    private final OneWayLines lines;
    private final Set<String> remarked = new HashSet<>();

    Register(DecodeContext context) {
        this.lines = OneWayLines.of(context);
    }

    /** True if the register counts people over a line; a remark says so where it is a guess. */
    boolean counts(String id, @Nullable String name, ReadingList list) {
        if (!lines.chosen().isEmpty()) {
            return lines.counts(id, name);
        }
        String shown = name == null ? id : name;
        if (isNoLine(shown)) {
            return false;
        }
        boolean unsaid = lines.outward() == null && NamedWay.of(shown) == NamedWay.UNKNOWN;
        if (unsaid && remarked.add(shown)) {
            list.note("register [" + Reason.shown(shown)
                    + "] says neither in nor out and counts as in; set options lines and out-lines");
        }
        return true;
    }

    boolean outward(String id, @Nullable String name) {
        return lines.outward(id, name);
    }

    private static boolean isNoLine(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.contains("zone") || plain.contains("dwell") || plain.contains("exclu") || plain.contains("queue");
    }
}
