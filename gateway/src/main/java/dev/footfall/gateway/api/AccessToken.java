package dev.footfall.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A shared secret that opens a door of the API. Only digests of it are kept: one to compare with, and one that stands in
 * the browser's cookie so that a stolen cookie does not give the secret away.
 */
public final class AccessToken {
    private final byte[] digest;
    private final String cookie;

    /** @throws IllegalArgumentException if the text is blank: it would let everyone in */
    public AccessToken(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("an access token must not be blank");
        }
        digest = digest(secret);
        cookie = HexFormat.of().formatHex(digest("footfall viewer cookie\n" + secret));
    }

    /** True if this is the secret. Takes the same time whatever was offered. */
    boolean matches(String offered) {
        return MessageDigest.isEqual(digest, digest(offered));
    }

    boolean matchesCookie(String offered) {
        return MessageDigest.isEqual(digest(cookie), digest(offered));
    }

    String cookie() {
        return cookie;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
