package dev.footfall.measurement;

import java.util.Locale;

/** What a number rests on. */
public enum Basis {
    COUNTER,
    CAMERA,
    WIFI,
    FUSED,
    POS,
    MANUAL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
