package dev.footfall.relay.broker;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.opentest4j.TestAbortedException;

/**
 * A Mosquitto that can be stopped, killed and started again on the same port with the same folder. Without Docker and
 * without the native program a test that asks for one is skipped, or fails where the environment variable {@code CI} is
 * set: there it must never be skipped unseen.
 */
public final class Mosquitto implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RUNNING = " running";

    private final BrokerHost host;
    private final boolean tls;
    private int starts;

    private Mosquitto(BrokerHost host, boolean tls) {
        this.host = host;
        this.tls = tls;
    }

    /** A broker that lets everybody in and forgets everything when it ends. */
    public static Mosquitto started() {
        return started(MosquittoSetup.OPEN);
    }

    public static Mosquitto started(MosquittoSetup setup) {
        var broker = new Mosquitto(host(setup), setup.tls() != null);
        broker.start();
        return broker;
    }

    private static BrokerHost host(MosquittoSetup setup) {
        if (ContainerHost.available()) {
            return new ContainerHost(setup, freePort());
        }
        return NativeHost.find()
                .<BrokerHost>map(program -> new NativeHost(program, setup, freePort()))
                .orElseGet(Mosquitto::unavailable);
    }

    private static BrokerHost unavailable() {
        String message = "needs Docker or the mosquitto program (Debian: apt-get install mosquitto)";
        if (System.getenv("CI") != null) {
            throw new AssertionError(message);
        }
        throw new TestAbortedException(message);
    }

    /** Starts it again after {@link #stop} or {@link #kill}; returns when it accepts connections. */
    public void start() {
        starts++;
        host.start();
        await("mosquitto to run: " + log())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> occurrences(host.log(), RUNNING) >= starts);
    }

    /** Ends it in an orderly way; a persistent one saves its state. */
    public void stop() {
        host.stop();
    }

    /** Ends it as a crash does. */
    public void kill() {
        host.kill();
    }

    /** {@code mqtt://} or {@code mqtts://}, host and port; the same for its whole life. */
    public URI url() {
        return URI.create((tls ? "mqtts://" : "mqtt://") + host.address() + ":" + host.port());
    }

    public int port() {
        return host.port();
    }

    /** All it has written since the first start. */
    public String log() {
        return host.log();
    }

    @Override
    public void close() {
        host.close();
    }

    private static int occurrences(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("this machine must have a free port", e);
        }
    }
}
