package dev.footfall.gateway.durability;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A sensor that remembers what it sent and what was acknowledged. It publishes crossings with QoS 1 on a plain socket;
 * after a lost connection it sends again, marked as repeats, what it saw no acknowledgement of, as MQTT asks. Every second
 * message has an id, the others are all alike.
 */
final class Oracle {
    private static final String TOPIC = "footfall/in/door";
    private static final int IDS = 65_535;

    private final int port;
    private final TreeMap<Integer, byte[]> unacknowledged = new TreeMap<>();
    private final Semaphore window;
    private long issued;
    private long acknowledged;
    private int nextId = 1;
    private Socket socket = new Socket();

    /** @param mostPending how many messages may wait for their acknowledgement */
    Oracle(int port, int mostPending) {
        this.port = port;
        this.window = new Semaphore(mostPending);
    }

    synchronized long issued() {
        return issued;
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    synchronized int pending() {
        return unacknowledged.size();
    }

    /** Connects, repeats what is pending, and starts to read acknowledgements. */
    void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        OutputStream out = socket.getOutputStream();
        byte[] id = "oracle".getBytes(StandardCharsets.UTF_8);
        ByteBuffer connect = ByteBuffer.allocate(14 + id.length);
        connect.put((byte) 0x10)
                .put((byte) (12 + id.length))
                .putShort((short) 4)
                .put("MQTT".getBytes(StandardCharsets.US_ASCII));
        connect.put((byte) 4)
                .put((byte) 0)
                .putShort((short) 0)
                .putShort((short) id.length)
                .put(id);
        out.write(connect.array());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] answer = in.readNBytes(4);
        if (answer.length < 4 || answer[3] != 0) {
            throw new IOException("connection refused");
        }
        Socket current = socket;
        Map<Integer, byte[]> again;
        synchronized (this) {
            again = new TreeMap<>(unacknowledged);
        }
        for (Map.Entry<Integer, byte[]> message : again.entrySet()) {
            out.write(packet(message.getKey(), message.getValue(), true));
        }
        Thread.ofPlatform().daemon().start(() -> read(current, in));
    }

    private void read(Socket from, DataInputStream in) {
        try {
            while (true) {
                int type = in.readUnsignedByte();
                int length = in.readUnsignedByte();
                byte[] body = in.readNBytes(length);
                if ((type >> 4) == 4) {
                    settled(((body[0] & 0xFF) << 8) | (body[1] & 0xFF));
                }
            }
        } catch (IOException ignored) {
            close(from);
        }
    }

    private synchronized void settled(int id) {
        if (unacknowledged.remove(id) != null) {
            acknowledged++;
            window.release();
        }
    }

    /** Publishes until the connection breaks. */
    void publishUntilBroken() {
        try {
            OutputStream out = socket.getOutputStream();
            while (true) {
                if (window.tryAcquire(20, TimeUnit.MILLISECONDS)) {
                    out.write(next());
                } else if (socket.isClosed()) {
                    return;
                }
            }
        } catch (IOException ignored) {
            close(socket);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized byte[] next() {
        int id = nextId;
        while (unacknowledged.containsKey(id)) {
            id = id % IDS + 1;
        }
        nextId = id % IDS + 1;
        issued++;
        String text = issued % 2 == 0
                ? "{\"type\":\"crossing\",\"in\":1,\"out\":0,\"id\":\"o-" + issued + "\"}"
                : "{\"type\":\"crossing\",\"in\":1,\"out\":0}";
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        unacknowledged.put(id, payload);
        return packet(id, payload, false);
    }

    private static byte[] packet(int id, byte[] payload, boolean again) {
        byte[] topic = TOPIC.getBytes(StandardCharsets.UTF_8);
        int length = 2 + topic.length + 2 + payload.length;
        ByteBuffer packet = ByteBuffer.allocate(2 + length);
        packet.put((byte) (again ? 0x3A : 0x32)).put((byte) length);
        packet.putShort((short) topic.length).put(topic).putShort((short) id).put(payload);
        return packet.array();
    }

    void close() {
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is of no use any more.
        }
    }
}
