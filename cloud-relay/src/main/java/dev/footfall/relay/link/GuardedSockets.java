package dev.footfall.relay.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one client object, so that they can be closed for certain when the client is given up. A client that is
 * still resolving a name or shaking hands when we stop waiting would otherwise connect later, under our client id, and
 * throw its successor out.
 */
public final class GuardedSockets {
    private final Set<Socket> open = new HashSet<>();
    private boolean givenUp;

    /** A factory of plain sockets. */
    public SocketFactory plain() {
        return new Plain();
    }

    /** A factory of TLS sockets made by another one. */
    public SSLSocketFactory tls(SSLSocketFactory maker) {
        return new Tls(maker);
    }

    /** Closes what is open; from now on the factories refuse. May be called again, and from any thread. */
    public void giveUp() {
        Set<Socket> victims;
        synchronized (this) {
            givenUp = true;
            victims = Set.copyOf(open);
            open.clear();
        }
        for (Socket socket : victims) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException("closing a socket must not fail", e);
            }
        }
    }

    private synchronized Socket guarded(Socket socket) throws IOException {
        if (givenUp) {
            socket.close();
            throw new IOException("this connection attempt was given up");
        }
        open.removeIf(Socket::isClosed);
        open.add(socket);
        return socket;
    }

    private final class Plain extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            return guarded(new UnhurriedSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port), null);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port), null);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
        }

        private Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from) throws IOException {
            Socket socket = guarded(new UnhurriedSocket());
            socket.bind(from);
            socket.connect(to);
            return socket;
        }
    }

    private final class Tls extends SSLSocketFactory {
        private final SSLSocketFactory maker;

        Tls(SSLSocketFactory maker) {
            this.maker = maker;
        }

        @Override
        public Socket createSocket() throws IOException {
            return guarded(maker.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return guarded(maker.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return guarded(maker.createSocket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return guarded(maker.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return guarded(maker.createSocket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(@Nullable Socket inner, String host, int port, boolean closeInner)
                throws IOException {
            return guarded(maker.createSocket(inner, host, port, closeInner));
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return maker.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return maker.getSupportedCipherSuites();
        }
    }
}
