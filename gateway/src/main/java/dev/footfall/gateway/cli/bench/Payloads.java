package dev.footfall.gateway.cli.bench;

import java.nio.charset.StandardCharsets;

/** The benchmark's messages. */
final class Payloads {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    /** So many phones take turns. */
    private static final long PHONES = 20_000;

    private Payloads() {}

    /** An 85-byte WiFi sighting of one of the phones of a busy hour; address and sequence number change with n. */
    static byte[] sighting(long n) {
        return sighting(n * 7919 % PHONES, n);
    }

    /** The same, of a phone never heard before: nothing that a street sends, but what a flood of made-up addresses is. */
    static byte[] stranger(long n) {
        return sighting(n, n);
    }

    private static byte[] sighting(long phone, long n) {
        byte[] payload =
                "{\"type\":\"sighting\",\"mac\":\"a4:83:e7:00:00:00\",\"rssi\":-67,\"channel\":11,\"seq\":1000   }"
                        .getBytes(StandardCharsets.US_ASCII);
        int at = "{\"type\":\"sighting\",\"mac\":\"a4:83:e7:".length();
        for (int digit = 0; digit < 6; digit++) {
            payload[at + digit + digit / 2] = (byte) HEX[(int) (phone >>> (4 * digit)) & 0xF];
        }
        int seq = payload.length - 8;
        long value = n % 4096;
        for (int digit = 3; digit >= 0; digit--) {
            payload[seq + digit] = (byte) ('0' + value % 10);
            value /= 10;
        }
        if (payload[seq] == '0') {
            payload[seq] = '1';
        }
        return payload;
    }

    /** A crossing through the sensor's own entrance, in and out in turn. */
    static byte[] crossing(long n) {
        return (n % 2 == 0
                        ? "{\"type\":\"crossing\",\"in\":1,\"out\":0}"
                        : "{\"type\":\"crossing\",\"in\":0,\"out\":1}")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
