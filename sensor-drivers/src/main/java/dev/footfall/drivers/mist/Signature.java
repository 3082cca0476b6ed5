package dev.footfall.drivers.mist;

import dev.footfall.drivers.Message;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signatures that Mist puts beside a message: its bytes under the webhook's secret, in hex. */
final class Signature {
    private static final String SHA_256 = "X-Mist-Signature-v2";
    private static final String SHA_1 = "X-Mist-Signature";

    static final List<String> HEADERS = List.of(SHA_256, SHA_1);

    private Signature() {}

    /** True if no secret is asked for, or the message is signed with it; the older signature counts where it stands alone. */
    static boolean isGood(Message message, String secret) {
        if (secret.isEmpty()) {
            return true;
        }
        String newer = message.headers().get(SHA_256);
        return newer != null
                ? matches(newer, "HmacSHA256", message.payload(), secret)
                : matches(message.headers().getOrDefault(SHA_1, ""), "HmacSHA1", message.payload(), secret);
    }

    private static boolean matches(String offered, String algorithm, byte[] payload, String secret) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            String right = HexFormat.of().formatHex(mac.doFinal(payload));
            return MessageDigest.isEqual(
                    right.getBytes(StandardCharsets.US_ASCII),
                    offered.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
