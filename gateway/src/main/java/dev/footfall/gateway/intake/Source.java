package dev.footfall.gateway.intake;

import java.util.Locale;

/** The five ways in. */
public enum Source {
    MQTT_LISTENER,
    MQTT_BROKER,
    HTTP,
    GPIO,
    REPLAY;

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String wireName() {
        return wireName;
    }
}
