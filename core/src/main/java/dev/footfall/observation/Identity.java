package dev.footfall.observation;

import java.util.HexFormat;

/**
 * Who or what a sighting or a plate belongs to. A {@link Raw} identity exists only between a driver and admission; what is
 * kept, logged or sent is always a {@link Pseudonym}.
 */
public sealed interface Identity {

    /**
     * An address or plate in clear. Its {@code toString} never shows it.
     *
     * @param randomised true if a device made the address up to hide itself
     */
    record Raw(String value, boolean randomised) implements Identity {
        public Raw {
            if (value.isBlank()) {
                throw new IllegalArgumentException("an identity must not be blank");
            }
        }

        /** An identity that is randomised if it is a 12-digit address whose locally administered bit (0x02) is set. */
        public Raw(String value) {
            this(value, value.length() == 12 && "2367abefABEF".indexOf(value.charAt(1)) >= 0);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * A keyed one-way replacement, stable while its key lives.
     *
     * @param hash the first 64 bits of the keyed hash
     * @param randomised true if the address was locally administered (a phone hiding itself), so that it says nothing
     *     beyond the moment
     */
    record Pseudonym(long hash, boolean randomised) implements Identity {
        @Override
        public String toString() {
            return "p:" + HexFormat.of().toHexDigits(hash);
        }
    }
}
