package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.KeyRotation;
import dev.footfall.store.StoreConfig.Privacy;
import java.util.List;

/** The section {@code privacy}. The small-cell floor can be raised, never lowered. */
final class PrivacySection {
    static final List<String> KEYS = List.of("key-rotation", "small-cell-floor", "returning-days");
    static final int SMALL_CELL_FLOOR = 10;
    static final int LONGEST_LOOK_BACK = 14;
    static final Privacy BY_DEFAULT = new Privacy(KeyRotation.DAILY, SMALL_CELL_FLOOR, 0);

    private PrivacySection() {}

    static Privacy read(Section file) {
        Value value = file.part("privacy");
        Section privacy = value == null ? null : value.section(KEYS);
        if (privacy == null) {
            return BY_DEFAULT;
        }
        return new Privacy(
                privacy.optional("key-rotation", Forms.constant(KeyRotation.class), KeyRotation.DAILY),
                privacy.optional(
                        "small-cell-floor", Forms.whole(SMALL_CELL_FLOOR, Integer.MAX_VALUE), SMALL_CELL_FLOOR),
                privacy.optional("returning-days", Forms.whole(0, LONGEST_LOOK_BACK), 0));
    }
}
