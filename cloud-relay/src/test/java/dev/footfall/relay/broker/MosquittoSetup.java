package dev.footfall.relay.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How a test's broker is configured.
 *
 * @param persistent keeps sessions, queues and retained messages across an orderly stop
 * @param users name → password; empty to let everybody in
 * @param tls the server's certificate; null for plain TCP
 * @param lines further lines of {@code mosquitto.conf}
 */
public record MosquittoSetup(
        boolean persistent,
        Map<String, String> users,
        @Nullable TlsIdentity tls,
        List<String> lines) {

    public static final MosquittoSetup OPEN = new MosquittoSetup(false, Map.of(), null, List.of());

    private static final byte[] SALT = "twelve bytes".getBytes(UTF_8);
    private static final int ITERATIONS = 101;

    public MosquittoSetup {
        users = Map.copyOf(users);
        lines = List.copyOf(lines);
    }

    public MosquittoSetup keepingState() {
        return new MosquittoSetup(true, users, tls, lines);
    }

    public MosquittoSetup withUser(String name, String password) {
        return new MosquittoSetup(persistent, Map.of(name, password), tls, lines);
    }

    public MosquittoSetup withTls(TlsIdentity identity) {
        return new MosquittoSetup(persistent, users, identity, lines);
    }

    public MosquittoSetup with(String line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new MosquittoSetup(persistent, users, tls, more);
    }

    /**
     * The files the broker needs, by name.
     *
     * @param folder where they will lie, without a slash at the end
     * @param listener address and port to listen on, in the program's own words
     */
    Map<String, byte[]> files(String folder, String listener) {
        Map<String, byte[]> files = new HashMap<>();
        var conf = new ArrayList<>(List.of(
                "listener " + listener,
                // as root it would otherwise become a user who may not read these files
                "user root",
                "allow_anonymous " + users.isEmpty(),
                "max_inflight_messages 0",
                "max_queued_messages 0",
                "connection_messages true",
                // not stdout, which the program buffers
                "log_dest stderr",
                "persistence " + persistent));
        if (persistent) {
            conf.add("persistence_location " + folder + "/");
        }
        if (!users.isEmpty()) {
            conf.add("password_file " + folder + "/passwords");
            files.put("passwords", passwords().getBytes(UTF_8));
        }
        if (tls != null) {
            conf.add("certfile " + folder + "/server.crt");
            conf.add("keyfile " + folder + "/server.key");
            files.put("server.crt", tls.certificatePem().getBytes(UTF_8));
            files.put("server.key", tls.keyPem().getBytes(UTF_8));
        }
        conf.addAll(lines);
        files.put("mosquitto.conf", (String.join("\n", conf) + "\n").getBytes(UTF_8));
        return files;
    }

    private String passwords() {
        return users.entrySet().stream()
                .map(user -> user.getKey() + ":" + hash(user.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** The program's own form: $7$ is PBKDF2 with SHA-512. */
    private static String hash(String password) {
        try {
            var key = new PBEKeySpec(password.toCharArray(), SALT, ITERATIONS, 512);
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(key)
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "$7$" + ITERATIONS + "$" + base64.encodeToString(SALT) + "$" + base64.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK must offer PBKDF2WithHmacSHA512", e);
        }
    }
}
