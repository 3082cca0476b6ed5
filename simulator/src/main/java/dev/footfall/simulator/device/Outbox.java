package dev.footfall.simulator.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongFunction;

/** The messages of one device and day, put in order of their cause and written only when they are sent. */
final class Outbox {
    private final Site site;
    private final List<Entry> entries = new ArrayList<>();

    Outbox(Site site) {
        this.site = site;
    }

    private record Entry(long at, LongFunction<SimulatedMessage> writer) {}

    /** Something to say about the moment; the writer is given the time of arrival. Dead sensors say nothing. */
    void add(long at, LongFunction<SimulatedMessage> writer) {
        if (!site.dead(at)) {
            entries.add(new Entry(at, writer));
        }
    }

    void addMqtt(long at, String topic, LongFunction<byte[]> payload) {
        add(
                at,
                arrival -> new SimulatedMessage(
                        Instant.ofEpochMilli(arrival),
                        SimulatedMessage.MQTT,
                        topic,
                        null,
                        payload.apply(arrival),
                        false));
    }

    /** Messages of one device keep their order: a slow one holds up the next. */
    Iterator<SimulatedMessage> send() {
        entries.sort(Comparator.comparingLong(Entry::at));
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < entries.size();
            }

            @Override
            public SimulatedMessage next() {
                Entry entry = entries.get(next);
                next++;
                return entry.writer().apply(site.arrival(entry.at()));
            }
        };
    }
}
