package dev.footfall.drivers.plates;

import dev.footfall.observation.Identity;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plates as readers write them. */
public final class Plate {
    private static final int LONGEST = 32;
    /** What readers write where they could not read one. */
    private static final Set<String> NONE = Set.of("UNKNOWN", "NOPLATE", "NONE", "NULL", "N/A", "无车牌", "未识别");

    private Plate() {}

    /**
     * A plate without blanks, dashes and dots, in capitals, for readers disagree about those; null for a vehicle whose plate
     * was not read. Never in any text of ours: admission makes a pseudonym of it.
     */
    public static Identity.@Nullable Raw of(@Nullable String written) {
        if (written == null || written.length() > LONGEST) {
            return null;
        }
        StringBuilder plate = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isISOControl(c) && "-._·".indexOf(c) < 0) {
                plate.append(c);
            }
        }
        String text = plate.toString().toUpperCase(Locale.ROOT);
        return text.isBlank() || NONE.contains(text) ? null : new Identity.Raw(text);
    }
}
