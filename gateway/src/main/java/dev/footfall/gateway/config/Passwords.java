package dev.footfall.gateway.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies passwords with bcrypt. What was right once is remembered as a digest under a key that lives as long as the
 * process, so that a fleet that reconnects does not pay for bcrypt again.
 */
final class Passwords {
    /** bcrypt sees no more than this; a longer password would be taken for its beginning. */
    private static final int MOST_BYTES = 72;

    private static final String DIGEST = "HmacSHA256";

    private final SecretKeySpec key;
    private final Map<String, byte[]> seenRight = new ConcurrentHashMap<>();

    Passwords() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, DIGEST);
    }

    boolean verify(String name, byte[] password, String hash) {
        if (password.length > MOST_BYTES) {
            return false;
        }
        byte[] digest = digest(name, password, hash);
        byte[] known = seenRight.get(name);
        if (known != null && MessageDigest.isEqual(known, digest)) {
            return true;
        }
        boolean right = BCrypt.verifyer().verify(password, hash.getBytes(UTF_8)).verified;
        if (right) {
            seenRight.put(name, digest);
        }
        return right;
    }

    private byte[] digest(String name, byte[] password, String hash) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            mac.update(name.getBytes(UTF_8));
            mac.update((byte) 0);
            mac.update(hash.getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + DIGEST, e);
        }
    }
}
