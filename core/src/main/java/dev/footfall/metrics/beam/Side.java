package dev.footfall.metrics.beam;

import dev.footfall.reason.Word;
import java.util.Locale;
import java.util.Optional;

/** Which beam: the one towards the street, which is broken first by people coming in, or the one towards the shop. */
public enum Side {
    OUTER,
    INNER;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** As in the options and in an observation's line. */
    public String wireName() {
        return wireName;
    }

    /** As it stands in a sentence. */
    Word word() {
        return this == OUTER ? Word.OUTER : Word.INNER;
    }

    /** The side of that name. */
    public static Optional<Side> named(String name) {
        return name.equals("outer") ? Optional.of(OUTER) : name.equals("inner") ? Optional.of(INNER) : Optional.empty();
    }
}
