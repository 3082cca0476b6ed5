package dev.footfall.gateway.admission;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A fast 64-bit hash for recognising repeats; not for secrets. Multiply-and-fold over eight bytes at a time.
 */
final class KeyHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long A = 0x9E3779B97F4A7C15L;
    private static final long B = 0xD1B54A32D192ED03L;

    private KeyHash() {}

    static long of(long seed, byte[] bytes) {
        long hash = seed ^ (bytes.length * A);
        int i = 0;
        for (; i + 8 <= bytes.length; i += 8) {
            hash = fold(hash ^ (long) LONGS.get(bytes, i), A);
        }
        long rest = 0;
        for (; i < bytes.length; i++) {
            rest = (rest << 8) | (bytes[i] & 0xFF);
        }
        return finish(fold(hash ^ rest, B));
    }

    static long of(long seed, String text) {
        long hash = seed ^ (text.length() * B);
        for (int i = 0; i < text.length(); i++) {
            hash = fold(hash ^ text.charAt(i), A);
        }
        return finish(hash);
    }

    private static long fold(long value, long by) {
        return Math.unsignedMultiplyHigh(value, by) ^ (value * by);
    }

    private static long finish(long hash) {
        long mixed = fold(hash ^ (hash >>> 32), B);
        return mixed == 0 ? 1 : mixed;
    }
}
