package dev.footfall.relay.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.relay.broker.MqttProbe.Received;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/** A consumer at head office: stays subscribed through everything, and reads batches with the CloudEvents SDK. */
public final class HeadOffice implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final String filter;
    private final List<MqttProbe> probes = new CopyOnWriteArrayList<>();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;

    public HeadOffice(URI url, String filter) {
        this.url = url;
        this.filter = filter;
        thread = Thread.ofPlatform().daemon().name("head office").start(this::staySubscribed);
    }

    private void staySubscribed() {
        while (!closed) {
            MqttProbe probe = subscribed();
            while (!closed && probe != null && probe.isConnected()) {
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    private @Nullable MqttProbe subscribed() {
        try {
            MqttProbe probe = MqttProbe.connect(url, "head-office-" + probes.size());
            probes.add(probe);
            probe.subscribe(filter);
            subscribed.countDown();
            return probe;
        } catch (MqttException e) {
            return null;
        }
    }

    /** Returns once it has subscribed for the first time. */
    public HeadOffice ready() {
        try {
            if (!subscribed.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("head office cannot subscribe at " + url);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    /** Everything that came, over all connections, in order. */
    public List<Received> received() {
        return probes.stream().flatMap(probe -> probe.received().stream()).toList();
    }

    /** The events of all batches, copies included, in order of arrival. */
    public List<CloudEvent> events() {
        return received().stream()
                .flatMap(message -> read(message.payload()).stream())
                .toList();
    }

    /** The ids of all events in order of their first arrival: what is left when copies are dropped. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        events().forEach(event -> ids.add(event.getId()));
        return ids;
    }

    /** The events of one batch. */
    public static List<CloudEvent> read(byte[] batch) {
        try {
            List<CloudEvent> events = new ArrayList<>();
            for (JsonNode event : JSON.readTree(batch)) {
                events.add(new JsonFormat().deserialize(JSON.writeValueAsBytes(event)));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException("a batch must be a JSON array", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        probes.forEach(MqttProbe::close);
    }
}
