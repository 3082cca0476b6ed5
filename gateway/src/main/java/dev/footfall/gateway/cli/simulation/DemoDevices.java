package dev.footfall.gateway.cli.simulation;

import dev.footfall.simulator.device.SimulatedMessage;
import dev.footfall.store.StoreConfig.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * The simulated devices on the wire: MQTT with QoS 1 and HTTP posts, each message when its time has come. One thread of
 * its own sends; Paho's confirm.
 */
final class DemoDevices implements AutoCloseable {
    private static final int AT_LEAST_ONCE = 1;
    private static final int IN_FLIGHT = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long GOODBYE_MILLIS = 2000;

    private final Iterator<SimulatedMessage> messages;
    private final DemoClock clock;
    private final URI kiosk;
    private final MqttAsyncClient mqtt;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Semaphore window = new Semaphore(IN_FLIGHT);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CompletableFuture<String> end;
    private final Thread thread =
            Thread.ofPlatform().name("demo-devices").daemon().unstarted(this::send);

    private DemoDevices(
            Iterator<SimulatedMessage> messages,
            DemoClock clock,
            URI kiosk,
            MqttAsyncClient mqtt,
            CompletableFuture<String> end) {
        this.messages = messages;
        this.clock = clock;
        this.kiosk = kiosk;
        this.mqtt = mqtt;
        this.end = end;
    }

    /**
     * Connects and begins to send.
     *
     * @param end told why, should the devices not be able to go on
     * @throws MqttException if the gateway's listener refuses the connection
     */
    static DemoDevices start(
            Iterator<SimulatedMessage> messages,
            DemoClock clock,
            URI kiosk,
            Address listener,
            CompletableFuture<String> end)
            throws MqttException {
        var client = new MqttAsyncClient("tcp://" + listener, "footfall-demo", new MemoryPersistence());
        var options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setReceiveMaximum(IN_FLIGHT);
        client.connect(options).waitForCompletion(PATIENCE.toMillis());
        DemoDevices devices = new DemoDevices(messages, clock, kiosk, client, end);
        devices.thread.start();
        return devices;
    }

    /** Waits for the end; says why it came. */
    String awaitEnd() {
        return end.join();
    }

    private void send() {
        try {
            while (messages.hasNext()) {
                SimulatedMessage message = messages.next();
                long wait = clock.until(message.at()).toNanos();
                if (asked.await(Math.max(0, wait), TimeUnit.NANOSECONDS)) {
                    return;
                }
                deliver(message);
            }
            end.complete("nothing is left to simulate");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.complete("interrupted");
        } catch (MqttException | IOException e) {
            end.complete("the gateway does not answer: " + e);
        }
    }

    private void deliver(SimulatedMessage message) throws MqttException, IOException, InterruptedException {
        if (message.via().equals(SimulatedMessage.HTTP)) {
            post(message);
            return;
        }
        if (!window.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("nothing was acknowledged for " + PATIENCE.toSeconds() + " s");
        }
        mqtt.publish(message.address(), message.payload(), AT_LEAST_ONCE, message.retained(), null, new Release());
    }

    private void post(SimulatedMessage message) throws IOException, InterruptedException {
        String contentType = message.contentType();
        HttpRequest request = HttpRequest.newBuilder(kiosk.resolve(message.address()))
                .timeout(PATIENCE)
                .header("Content-Type", contentType == null ? "application/octet-stream" : contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.payload()))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException(
                    "POST " + message.address() + " gave " + response.statusCode() + " " + response.body());
        }
    }

    /** Frees one place in the window of messages under way. */
    private final class Release implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            window.release();
        }

        @Override
        public void onFailure(IMqttToken token, @Nullable Throwable cause) {
            window.release();
            end.complete("a message was not taken: " + cause);
        }
    }

    @Override
    public void close() throws InterruptedException {
        asked.countDown();
        thread.join(PATIENCE);
        http.shutdownNow();
        try {
            mqtt.disconnect(GOODBYE_MILLIS).waitForCompletion(GOODBYE_MILLIS);
        } catch (MqttException ignored) {
            // the gateway may be gone already: then there is nobody to say goodbye to
        }
        try {
            mqtt.close(true);
        } catch (MqttException ignored) {
            // closed by force already
        }
    }
}
