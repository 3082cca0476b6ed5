package dev.footfall.gateway.admission;

import dev.footfall.observation.Identity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Replaces addresses and plates by keyed hashes: HMAC-SHA-256, first 64 bits. The key lives in memory only and changes
 * with the business day. With a master secret the same day has the same key after a restart; without one a restart
 * starts a new epoch.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] master;
    private final boolean lasts;
    private @Nullable LocalDate day;
    private @Nullable Mac mac;

    /** @param master at least 16 bytes kept elsewhere, or null to draw a secret that ends with this process */
    public Pseudonyms(byte @Nullable [] master) {
        this.lasts = master != null;
        if (master == null) {
            this.master = new byte[32];
            new SecureRandom().nextBytes(this.master);
        } else if (master.length < 16) {
            throw new IllegalArgumentException(
                    "the pseudonym secret has [" + master.length + "] bytes; it must have at least 16");
        } else {
            this.master = master.clone();
        }
    }

    public Identity.Pseudonym of(Identity identity, LocalDate businessDay) {
        return switch (identity) {
            case Identity.Pseudonym known -> known;
            case Identity.Raw raw -> new Identity.Pseudonym(hash(raw.value(), businessDay), raw.randomised());
        };
    }

    /** True if the secret outlives this process. */
    boolean lasts() {
        return lasts;
    }

    /** Of somebody who consented to be known again, under the key of one look-back's length. */
    long ofMember(Identity.Raw who, long period) {
        Mac keyed = keyed("members " + period);
        return ByteBuffer.wrap(keyed.doFinal(who.value().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private long hash(String value, LocalDate businessDay) {
        return ByteBuffer.wrap(keyed(businessDay).doFinal(value.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private Mac keyed(LocalDate businessDay) {
        Mac known = mac;
        if (known == null || !businessDay.equals(day)) {
            known = keyed(businessDay.toString());
            mac = known;
            day = businessDay;
        }
        return known;
    }

    /** A key of its own for every label, derived from the master secret. */
    private Mac keyed(String label) {
        try {
            Mac derived = Mac.getInstance(ALGORITHM);
            derived.init(new SecretKeySpec(master, ALGORITHM));
            byte[] key = derived.doFinal(label.getBytes(StandardCharsets.UTF_8));
            derived.init(new SecretKeySpec(key, ALGORITHM));
            Arrays.fill(key, (byte) 0);
            return derived;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
