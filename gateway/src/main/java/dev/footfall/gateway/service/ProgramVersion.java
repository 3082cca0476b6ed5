package dev.footfall.gateway.service;

import org.jspecify.annotations.Nullable;

/** Which build this is. */
public final class ProgramVersion {
    /** The version in the jar's manifest, such as {@code 0.1.0}; {@code unpackaged} when run from compiled classes. */
    public static final String CURRENT =
            orUnpackaged(ProgramVersion.class.getPackage().getImplementationVersion());

    private ProgramVersion() {}

    private static String orUnpackaged(@Nullable String version) {
        return version == null ? "unpackaged" : version;
    }
}
