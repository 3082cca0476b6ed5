package dev.footfall.relay.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A socket that tells its end no sooner than a second after it was connected. Paho 1.2.5 looks every 100 ms whether its
 * threads have begun; one that reads the end and is gone between two looks keeps the thread that looks for ever
 * (eclipse-paho/paho.mqtt.java#850).
 */
final class UnhurriedSocket extends Socket {
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private volatile long connectedAt = System.nanoTime();

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        super.connect(endpoint, timeout);
        connectedAt = System.nanoTime();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Unhurried(super.getInputStream());
    }

    private void settle() {
        long rest = LEAST_NANOS - (System.nanoTime() - connectedAt);
        while (rest > 0) {
            LockSupport.parkNanos(rest);
            rest = Thread.currentThread().isInterrupted() ? 0 : LEAST_NANOS - (System.nanoTime() - connectedAt);
        }
    }

    private final class Unhurried extends FilterInputStream {
        private Unhurried(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = -1;
            try {
                count = super.read(buffer, from, length);
                return count;
            } finally {
                if (count < 0) {
                    settle();
                }
            }
        }
    }
}
