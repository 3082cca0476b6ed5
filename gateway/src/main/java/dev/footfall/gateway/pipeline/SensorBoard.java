package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.admission.SensorBinding;
import dev.footfall.gateway.api.SensorHealth;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.ledger.Fate;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Each sensor's last sign of life and the fates of its messages. Thread-safe. */
final class SensorBoard {
    private static final int REFUSED_SHOWN = 10;
    /** Where messages of devices that nobody configured are counted. */
    static final String UNASSIGNED = "unassigned";

    private final StoreConfig config;
    private final Map<String, Entry> entries = new TreeMap<>();
    /** When the first message came; earlier, this board saw nothing. */
    private @Nullable Instant watchedSince;

    private static final class Entry {
        final long[] fates = new long[Fate.values().length];
        final RecentRate rate = new RecentRate();

        @Nullable
        Instant lastMessage;

        @Nullable
        Instant lastEvent;

        boolean offline;

        @Nullable
        Double skewSeconds;

        List<SensorHealth.Remark> remarks = List.of();

        long of(Fate fate) {
            return fates[fate.ordinal()];
        }
    }

    SensorBoard(StoreConfig config, JournalReader reader) {
        this.config = config;
        config.sensors().forEach(sensor -> entries.put(sensor.id().value(), new Entry()));
        for (JournalReader.SensorTally tally : reader.sensorTallies()) {
            Fate fate = Fate.valueOf(tally.fate().toUpperCase(java.util.Locale.ROOT));
            entry(tally.sensor()).fates[fate.ordinal()] += tally.messages();
        }
    }

    private Entry entry(String sensor) {
        return entries.computeIfAbsent(sensor, ignored -> new Entry());
    }

    synchronized void settled(String sensor, Fate fate, Instant at) {
        Entry entry = entry(sensor);
        entry.fates[fate.ordinal()]++;
        entry.rate.happened(at);
        if (watchedSince == null) {
            watchedSince = at;
        }
        if (entry.lastMessage == null || at.isAfter(entry.lastMessage)) {
            entry.lastMessage = at;
        }
    }

    synchronized void observed(Observation observation) {
        Entry entry = entry(observation.sensor().value());
        entry.offline = observation.fact() instanceof Fact.Offline;
        if (entry.lastEvent == null || observation.at().isAfter(entry.lastEvent)) {
            entry.lastEvent = observation.at();
        }
    }

    /** Takes up what the journal remembers, after a start. */
    synchronized void recall(Observation observation) {
        observed(observation);
        Entry entry = entry(observation.sensor().value());
        if (entry.lastMessage == null || observation.at().isAfter(entry.lastMessage)) {
            entry.lastMessage = observation.at();
        }
    }

    synchronized void skew(SensorBinding binding, Duration ahead) {
        entry(binding.id().value()).skewSeconds = ahead.toMillis() / 1000.0;
    }

    /** What the sensor's owner should know now. */
    synchronized void remark(SensorId sensor, List<SensorHealth.Remark> remarks) {
        entry(sensor.value()).remarks = remarks;
    }

    synchronized @Nullable Instant lastEvent() {
        return entries.values().stream()
                .map(entry -> entry.lastEvent)
                .filter(java.util.Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    synchronized int ok(Instant now) {
        return (int) config.sensors().stream()
                .filter(sensor -> status(entry(sensor.id().value()), sensor.expectEvery(), now)
                        .equals("ok"))
                .count();
    }

    synchronized List<SensorHealth> health(Instant now, JournalReader reader) {
        List<SensorHealth> all = new ArrayList<>();
        for (Map.Entry<String, Entry> named : entries.entrySet()) {
            StoreConfig.Sensor sensor = config.sensors().stream()
                    .filter(s -> s.id().value().equals(named.getKey()))
                    .findFirst()
                    .orElse(null);
            Entry e = named.getValue();
            all.add(new SensorHealth(
                    named.getKey(),
                    sensor == null ? "" : sensor.driver(),
                    sensor != null,
                    status(e, sensor == null ? Duration.ofMinutes(15) : sensor.expectEvery(), now),
                    e.lastMessage,
                    watchedSince == null ? null : e.rate.perMinute(watchedSince, now),
                    e.of(Fate.COUNTED) + e.of(Fate.DUPLICATE) + e.of(Fate.REJECTED) + e.of(Fate.QUARANTINED),
                    e.of(Fate.DUPLICATE),
                    e.of(Fate.REJECTED),
                    e.of(Fate.QUARANTINED),
                    e.skewSeconds,
                    e.remarks,
                    reader.refused(named.getKey(), REFUSED_SHOWN)));
        }
        return all;
    }

    private static String status(Entry entry, Duration expectEvery, Instant now) {
        if (entry.lastMessage == null) {
            return "never";
        }
        if (entry.offline) {
            return "offline";
        }
        return entry.lastMessage.plus(expectEvery.multipliedBy(2)).isBefore(now) ? "silent" : "ok";
    }
}
