package dev.footfall.gateway.cli.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A lean MQTT 3.1.1 publisher on a plain socket: QoS 1 with a fixed window, so that the load costs the machine as little
 * as possible. One thread sends, one counts acknowledgements.
 */
final class MqttLoad implements AutoCloseable {
    private static final int IDS = 65_535;
    private static final int ACK_BYTES = 4;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final String topic;
    private final long[] sentAt = new long[IDS + 1];
    private final AtomicLong acknowledged = new AtomicLong();

    MqttLoad(int port, String clientId, String topic) throws IOException {
        this.topic = topic;
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        out = socket.getOutputStream();
        in = new DataInputStream(socket.getInputStream());
        connect(clientId);
    }

    private void connect(String clientId) throws IOException {
        byte[] id = clientId.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x10);
        packet.write(12 + id.length);
        packet.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 0, 0, (byte) id.length});
        packet.writeBytes(id);
        out.write(packet.toByteArray());
        out.flush();
        byte[] answer = in.readNBytes(4);
        if (answer.length < 4 || answer[3] != 0) {
            throw new IOException("the server refused the connection: " + Arrays.toString(answer));
        }
    }

    /** Makes the n-th message's payload. */
    interface Payloads {
        byte[] payload(long n);
    }

    /** @param seconds from the first byte sent to the last acknowledgement */
    record Result(long messages, double seconds, long[] latencyNanos) {
        double perSecond() {
            return messages / seconds;
        }

        double latencyMillis(double quantile) {
            if (latencyNanos.length == 0) {
                return 0;
            }
            long[] sorted = latencyNanos.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.min(sorted.length - 1L, (long) (quantile * sorted.length))] / 1e6;
        }
    }

    /**
     * Sends and waits for every acknowledgement.
     *
     * @param window most unacknowledged messages
     * @param perSecond rate to keep, 0 for as fast as possible
     */
    Result publish(long messages, int window, long perSecond, Payloads payloads)
            throws IOException, InterruptedException {
        long[] latencies = new long[perSecond > 0 ? (int) messages : 0];
        Thread counting = Thread.ofPlatform().daemon().start(() -> count(messages, latencies));
        long start = System.nanoTime();
        byte[] buffer = new byte[1 << 16];
        long sent = 0;
        while (sent < messages) {
            long allowed = Math.min(messages - sent, window - (sent - acknowledged.get()));
            if (perSecond > 0) {
                allowed = Math.min(allowed, (System.nanoTime() - start) * perSecond / 1_000_000_000L - sent);
            }
            if (allowed <= 0) {
                LockSupport.parkNanos(perSecond > 0 ? 500_000 : 20_000);
                continue;
            }
            int size = 0;
            while (allowed-- > 0 && size < buffer.length - 512) {
                size = packet(buffer, size, (int) (sent % IDS) + 1, payloads.payload(sent));
                sentAt[(int) (sent % IDS) + 1] = System.nanoTime();
                sent++;
            }
            out.write(buffer, 0, size);
        }
        counting.join(60_000);
        if (acknowledged.get() < messages) {
            throw new IOException("only " + acknowledged.get() + " of " + messages + " were acknowledged");
        }
        return new Result(messages, (System.nanoTime() - start) / 1e9, latencies);
    }

    private int packet(byte[] buffer, int at, int id, byte[] payload) {
        byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        int length = 2 + name.length + 2 + payload.length;
        int i = at;
        buffer[i++] = 0x32;
        int rest = length;
        do {
            buffer[i++] = (byte) (rest > 127 ? (rest & 0x7F) | 0x80 : rest);
            rest >>= 7;
        } while (rest > 0);
        buffer[i++] = (byte) (name.length >> 8);
        buffer[i++] = (byte) name.length;
        System.arraycopy(name, 0, buffer, i, name.length);
        i += name.length;
        buffer[i++] = (byte) (id >> 8);
        buffer[i++] = (byte) id;
        System.arraycopy(payload, 0, buffer, i, payload.length);
        return i + payload.length;
    }

    private void count(long messages, long[] latencies) {
        byte[] buffer = new byte[1 << 15];
        int held = 0;
        try {
            while (acknowledged.get() < messages) {
                int read = in.read(buffer, held, buffer.length - held);
                if (read < 0) {
                    return;
                }
                held += read;
                int whole = held / ACK_BYTES;
                if (latencies.length > 0) {
                    measure(buffer, whole, latencies);
                }
                acknowledged.addAndGet(whole);
                System.arraycopy(buffer, whole * ACK_BYTES, buffer, 0, held - whole * ACK_BYTES);
                held -= whole * ACK_BYTES;
            }
        } catch (IOException ignored) {
            // The publisher reports what is missing.
        }
    }

    private void measure(byte[] buffer, int acks, long[] latencies) {
        long now = System.nanoTime();
        int done = (int) acknowledged.get();
        for (int i = 0; i < acks && done + i < latencies.length; i++) {
            int id = ((buffer[i * ACK_BYTES + 2] & 0xFF) << 8) | (buffer[i * ACK_BYTES + 3] & 0xFF);
            latencies[done + i] = now - sentAt[id];
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
