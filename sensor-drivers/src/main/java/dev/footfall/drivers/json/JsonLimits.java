package dev.footfall.drivers.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.footfall.drivers.PayloadLimit;

/** The JSON that is read at all: not deeper, longer or stranger than any device needs. */
public final class JsonLimits {
    /** Deepest nesting of objects and arrays. */
    public static final int DEPTH = 64;

    private JsonLimits() {}

    /**
     * A parser factory within the limits.
     *
     * @param features what the format's devices write beyond RFC 8259
     */
    public static JsonFactory factory(JsonReadFeature... features) {
        JsonFactoryBuilder builder = new JsonFactoryBuilder();
        builder.streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxStringLength(PayloadLimit.BYTES)
                        .maxNameLength(1024)
                        .maxNumberLength(100)
                        .build())
                // Interning makes names from outside permanent and contended; canonical names are equal anyway.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                // A flood of odd names must not throw; it only makes the table forget.
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW);
        for (JsonReadFeature feature : features) {
            builder.enable(feature);
        }
        return builder.build();
    }
}
