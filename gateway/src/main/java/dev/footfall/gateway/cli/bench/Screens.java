package dev.footfall.gateway.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Open kiosk screens as the gateway sees them: event streams that are read as they come, compressed as browsers ask. */
final class Screens implements AutoCloseable {
    private static final String REQUEST = """
            GET /api/v1/live/events HTTP/1.1\r
            Host: 127.0.0.1:%d\r
            Accept: text/event-stream\r
            Accept-Encoding: gzip, deflate\r
            \r
            """;

    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();

    static Screens open(int port, int count) throws IOException {
        Screens screens = new Screens();
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
            screens.sockets.add(socket);
            socket.getOutputStream().write(REQUEST.formatted(port).getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            Thread.ofVirtual().name("screen " + i).start(() -> screens.read(in));
        }
        return screens;
    }

    private void read(InputStream in) {
        byte[] buffer = new byte[1 << 16];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.addAndGet(read);
            }
        } catch (IOException ignored) {
            // closed at the end
        }
    }

    /** Bytes that all of them have been sent so far. */
    long bytes() {
        return bytes.get();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
