package dev.footfall.measurement;

import java.util.Locale;

/** How far to trust a number. */
public enum State {
    /** Completeness at least 0.98. */
    VALID,
    /** Part of the source time is missing. */
    DEGRADED,
    /** No source at all: the value is null. */
    INVALID,
    /** Derived by a model or filled. */
    ESTIMATED,
    /** The store was closed for the whole window. */
    CLOSED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
