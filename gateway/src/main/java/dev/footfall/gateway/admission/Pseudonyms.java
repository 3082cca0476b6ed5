package dev.footfall.gateway.admission;

import dev.footfall.observation.Identity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Replaces addresses and plates by keyed hashes: HMAC-SHA-256, first 64 bits. The key lives in memory only and changes
 * with the business day. With a master secret the same day has the same key after a restart; without one a restart
 * starts a new epoch. Thread-safe.
 */
public final class Pseudonyms {
    private static final int LONGEST_MASTER = 64;

    private final byte[] master;
    private final boolean lasts;
    private volatile @Nullable Daily daily;

    private record Daily(LocalDate day, Hmac key) {}

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
            this.master = master.length > LONGEST_MASTER ? digest(master) : master.clone();
        }
    }

    /** As HMAC does with a longer key. */
    private static byte[] digest(byte[] master) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(master);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
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
        return keyed("members " + period).first64(bytes(who.value()));
    }

    private long hash(String value, LocalDate businessDay) {
        return keyed(businessDay).first64(bytes(value));
    }

    private Hmac keyed(LocalDate businessDay) {
        Daily known = daily;
        if (known == null || !known.day.equals(businessDay)) {
            known = new Daily(businessDay, keyed(businessDay.toString()));
            daily = known;
        }
        return known.key;
    }

    /** A key of its own for every label, derived from the master secret. */
    private Hmac keyed(String label) {
        byte[] key = new Hmac(master).of(bytes(label));
        Hmac derived = new Hmac(key);
        Arrays.fill(key, (byte) 0);
        return derived;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
