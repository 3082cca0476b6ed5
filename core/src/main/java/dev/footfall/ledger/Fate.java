package dev.footfall.ledger;

import java.util.Locale;

/** What became of one received message. For every source and minute, received = the sum over all fates. */
public enum Fate {
    COUNTED,
    DUPLICATE,
    REJECTED,
    SHED,
    QUARANTINED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
