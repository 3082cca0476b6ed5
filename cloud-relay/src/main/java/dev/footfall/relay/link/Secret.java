package dev.footfall.relay.link;

import java.nio.charset.StandardCharsets;

/** Text that must not be shown. Only {@link #bytes} gives it away. */
public final class Secret {
    private final String text;

    public Secret(String text) {
        this.text = text;
    }

    /** The secret itself, UTF-8, for the one who sends it. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}
