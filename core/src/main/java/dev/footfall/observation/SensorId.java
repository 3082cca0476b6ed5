package dev.footfall.observation;

import java.util.regex.Pattern;

/** The configured id of one sensor, for example {@code door-1}; also the id's form for entrances, zones, lines and car parks. */
public record SensorId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    public SensorId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "sensor id [" + value
                            + "] must be 1 to 64 letters, digits, dots, dashes or underscores and start with a letter or digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
