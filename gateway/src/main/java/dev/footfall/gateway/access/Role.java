package dev.footfall.gateway.access;

import java.util.Locale;

/** What somebody may do; each may do what those before it may. */
public enum Role {
    /** Reads everything. */
    VIEWER,
    /** Counts by hand beside a sensor. */
    TECHNICIAN,
    /** Takes care of exceptions and sets the store up. */
    MANAGER;

    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As configuration and API write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
