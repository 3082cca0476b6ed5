package dev.footfall.drivers;

import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import org.jspecify.annotations.Nullable;

/** How large a payload drivers read. Counting messages are far smaller; what is larger carries pictures. */
public final class PayloadLimit {
    /** Largest payload that is decoded, in bytes. */
    public static final int BYTES = 256 * 1024;

    private PayloadLimit() {}

    /** The refusal of a payload that is too large, or null if the size is fine. */
    public static @Nullable Rejected refusal(byte[] payload) {
        if (payload.length <= BYTES) {
            return null;
        }
        return new Rejected(
                Code.TOO_LARGE,
                "the payload has " + payload.length + " bytes and at most " + BYTES
                        + " are read; switch off pictures or send fewer records per message");
    }
}
