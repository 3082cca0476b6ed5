package dev.footfall.drivers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Breaks a good payload in the ways that lines, firmware and people do. */
final class Mutator {
    private static final String[] TOKENS = {
        "NaN",
        "-1",
        "1e99",
        "null",
        "\"\"",
        "[[[[",
        "{}",
        "[]",
        "true",
        "99999999999999999999",
        "1.5",
        "&",
        "<",
        "\u0000",
        "\"3\"",
        "-0",
        "2026-02-30T25:61:00Z",
        "]]>",
        "</enter>",
        "//",
        "\ud83d\ude00"
    };

    private final byte[] good;
    private final Random random;

    Mutator(byte[] good, Random random) {
        this.good = good.clone();
        this.random = random;
    }

    byte[] next() {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> splice(bytes, at, length, new byte[0]);
            case 1 -> splice(bytes, at, 0, token());
            case 2 -> splice(bytes, at, length, token());
            case 3 -> splice(bytes, at, bytes.length - at, new byte[0]);
            case 4 -> splice(bytes, at, 0, java.util.Arrays.copyOfRange(bytes, at, at + length));
            default -> flip(bytes, at);
        };
    }

    private byte[] flip(byte[] bytes, int at) {
        if (at < bytes.length) {
            bytes[at] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] token() {
        return TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] splice(byte[] bytes, int at, int removed, byte[] inserted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(inserted);
        out.write(bytes, at + removed, bytes.length - at - removed);
        return out.toByteArray();
    }
}
