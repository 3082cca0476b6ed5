package dev.footfall.gateway.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Who is logged in. A session ends after a shift, or when nothing was done in it for a while; there are so many at most, and
 * one more ends the one that was idle longest. They are gone after a restart. Of a session's secret only a digest is kept.
 */
public final class Sessions {
    public static final Duration LIFETIME = Duration.ofHours(12);
    public static final Duration IDLE = Duration.ofMinutes(15);
    static final int MOST = 64;

    private static final int SECRET_BYTES = 32;

    private final LongSupplier nanos;
    private final SecureRandom random = new SecureRandom();
    /** By digest of the secret; the one that was idle longest comes first. */
    private final Map<String, Entry> byDigest = new LinkedHashMap<>(16, 0.75F, true);

    private static final class Entry {
        final Visitor visitor;
        final long begun;
        long used;

        Entry(Visitor visitor, long begun) {
            this.visitor = visitor;
            this.begun = begun;
            this.used = begun;
        }

        Duration left(long now) {
            Duration life = LIFETIME.minusNanos(now - begun);
            Duration idle = IDLE.minusNanos(now - used);
            return life.compareTo(idle) < 0 ? life : idle;
        }
    }

    /** @param left until it ends, if nothing is done meanwhile */
    public record Session(Visitor visitor, Duration left) {}

    /** @param nanos a steady clock, {@code System::nanoTime} */
    public Sessions(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Begins a session; the answer is its secret. */
    public synchronized String open(Visitor visitor) {
        forget();
        if (byDigest.size() >= MOST) {
            byDigest.remove(byDigest.keySet().iterator().next());
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        byDigest.put(digest(secret), new Entry(visitor, nanos.getAsLong()));
        return secret;
    }

    /** The session of that secret, looked at only. */
    public synchronized Optional<Session> peek(String secret) {
        forget();
        // Not by get, which would make it the latest used.
        String digest = digest(secret);
        return byDigest.entrySet().stream()
                .filter(each -> each.getKey().equals(digest))
                .findFirst()
                .map(each -> told(each.getValue()));
    }

    /** The session of that secret, which is being used: its idle time begins anew. */
    public synchronized Optional<Session> use(String secret) {
        forget();
        Entry entry = byDigest.get(digest(secret));
        if (entry == null) {
            return Optional.empty();
        }
        entry.used = nanos.getAsLong();
        return Optional.of(told(entry));
    }

    public synchronized void end(String secret) {
        byDigest.remove(digest(secret));
    }

    public synchronized int count() {
        forget();
        return byDigest.size();
    }

    private Session told(Entry entry) {
        return new Session(entry.visitor, entry.left(nanos.getAsLong()));
    }

    private void forget() {
        long now = nanos.getAsLong();
        byDigest.values().removeIf(entry -> !entry.left(now).isPositive());
    }

    private static String digest(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
