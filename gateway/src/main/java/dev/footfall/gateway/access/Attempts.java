package dev.footfall.gateway.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The patience with wrong PINs: ten in a row from one address, then each further one must wait, twice as long each time. Counted
 * by address and not by name, so that a stranger cannot lock the manager out from elsewhere. Every attempt counts as wrong
 * until it is known to be right: many at once are no way round.
 */
public final class Attempts {
    public static final int FREE = 10;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofHours(1);
    static final Duration FORGOTTEN = Duration.ofHours(24);
    static final int MOST_ADDRESSES = 1000;

    private static final int DOUBLINGS = 7;

    private final LongSupplier nanos;
    private final Map<String, Tries> byAddress = new LinkedHashMap<>(16, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Tries(int wrong, long until, long at) {}

    /** @param nanos a steady clock, {@code System::nanoTime} */
    public Attempts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Counts an attempt, unless its address has to wait: then how long. Zero: it may be looked at. */
    public synchronized Duration begin(String address) {
        long now = nanos.getAsLong();
        byAddress.values().removeIf(entry -> now - entry.at > FORGOTTEN.toNanos());
        Tries before = byAddress.getOrDefault(address, new Tries(0, now, now));
        if (before.until - now > 0) {
            return Duration.ofNanos(before.until - now);
        }
        int wrong = before.wrong + 1;
        byAddress.put(address, new Tries(wrong, now + waitAfter(wrong).toNanos(), now));
        return Duration.ZERO;
    }

    /** The attempt was right: what was wrong before is forgiven. */
    public synchronized void succeeded(String address) {
        byAddress.remove(address);
    }

    private static Duration waitAfter(int wrong) {
        if (wrong < FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(wrong - FREE, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
