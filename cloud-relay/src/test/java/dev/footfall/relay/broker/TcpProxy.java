package dev.footfall.relay.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A network that can fail: it passes bytes on until it is told to cut, to refuse or to fall silent. */
public final class TcpProxy implements AutoCloseable {
    private final ServerSocket server;
    private final URI target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;
    private volatile CountDownLatch silence = new CountDownLatch(0);

    public TcpProxy(URI target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The target's URL with our address in it. */
    public URI url() {
        return URI.create(target.getScheme() + "://127.0.0.1:" + server.getLocalPort());
    }

    /** Ends all connections; new ones are accepted unless {@link #refuse} was called. */
    public void cut() {
        sockets.forEach(TcpProxy::closeQuietly);
        sockets.clear();
    }

    /** From now on each new connection is closed at once, until {@link #heal}. */
    public void refuse() {
        refusing = true;
    }

    /** From now on nothing passes, yet no connection ends, until {@link #heal}. */
    public void fallSilent() {
        silence = new CountDownLatch(1);
    }

    public void heal() {
        refusing = false;
        silence.countDown();
    }

    @Override
    public void close() {
        heal();
        cut();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (refusing) {
                    client.close();
                } else {
                    join(client);
                }
            } catch (IOException e) {
                // closed, or one client less
            }
        }
    }

    private void join(Socket client) throws IOException {
        var broker = new Socket();
        try {
            broker.connect(new InetSocketAddress(target.getHost(), target.getPort()), 2_000);
        } catch (IOException e) {
            client.close();
            return;
        }
        sockets.add(client);
        sockets.add(broker);
        Thread.ofVirtual().start(() -> pass(client, broker));
        Thread.ofVirtual().start(() -> pass(broker, client));
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                silence.await();
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // one end has gone, so the other goes too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone all the same
        }
    }
}
