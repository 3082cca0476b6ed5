package dev.footfall.gateway.admission;

import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import dev.footfall.store.StoreConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sensor a message is from and lets its driver decode it. Immutable but for a bounded cache of topics; may be
 * used from any thread.
 */
public final class SensorRouter {
    private static final int TOPICS_REMEMBERED = 10_000;

    private final List<SensorBinding> bindings;
    private final List<SensorDriver> drivers;
    private final ZoneId zone;
    private final @Nullable Pseudonyms pseudonyms;
    private final BusinessDates dates;
    private final Map<String, List<SensorBinding>> byTopic = new ConcurrentHashMap<>();

    /** A router that only routes and decodes. */
    public SensorRouter(StoreConfig config, List<SensorDriver> drivers) {
        this(config, drivers, null);
    }

    /** @param pseudonyms to make of the identities that are found, for the writer; null for none */
    public SensorRouter(StoreConfig config, List<SensorDriver> drivers, @Nullable Pseudonyms pseudonyms) {
        this.drivers = drivers;
        this.pseudonyms = pseudonyms;
        this.dates = new BusinessDates(config.calendar());
        this.zone = config.store().timeZone();
        Duration maxAge = Duration.ofDays(config.journal().keepDays());
        List<SensorBinding> found = new ArrayList<>();
        for (StoreConfig.Sensor sensor : config.sensors()) {
            drivers.stream()
                    .filter(driver -> driver.name().equals(sensor.driver()))
                    .findFirst()
                    .ifPresent(driver -> found.add(
                            SensorBinding.of(sensor, driver, CarParkSpaces.options(sensor, driver, config), maxAge)));
        }
        this.bindings = List.copyOf(found);
    }

    public List<SensorBinding> bindings() {
        return bindings;
    }

    public Routed route(Arrival arrival) {
        String sensor = arrival.sensor();
        if (sensor != null && arrival.driver() != null) {
            return named(arrival, sensor);
        }
        SensorBinding captured = sensor == null ? null : ofId(sensor);
        if (captured != null) {
            return firstMatch(arrival, List.of(captured));
        }
        List<SensorBinding> candidates = candidates(arrival.message().address());
        return candidates.isEmpty() ? unknown(arrival) : firstMatch(arrival, candidates);
    }

    private @Nullable SensorBinding ofId(String sensor) {
        for (SensorBinding binding : bindings) {
            if (binding.id().value().equals(sensor)) {
                return binding;
            }
        }
        return null;
    }

    private Routed named(Arrival arrival, String name) {
        String address = arrival.message().address();
        for (SensorBinding binding : bindings) {
            if (binding.matchesPath(address) || binding.id().value().equals(name)) {
                if (!binding.driver().name().equals(arrival.driver())) {
                    return new Routed.Refused(
                            arrival,
                            binding,
                            "wrong-driver",
                            "sensor [" + name + "] has driver "
                                    + binding.driver().name() + ", not [" + arrival.driver() + "]: post to /ingest/"
                                    + binding.driver().name() + "/" + name);
                }
                return firstMatch(arrival, List.of(binding));
            }
        }
        return unknown(arrival);
    }

    private List<SensorBinding> candidates(String topic) {
        List<SensorBinding> known = byTopic.get(topic);
        if (known != null) {
            return known;
        }
        List<SensorBinding> found =
                bindings.stream().filter(binding -> binding.matchesTopic(topic)).toList();
        if (byTopic.size() < TOPICS_REMEMBERED) {
            byTopic.put(topic, found);
        }
        return found;
    }

    /** Candidates share a topic; the payload's device decides. A format is decoded once per driver and option set. */
    private Routed firstMatch(Arrival arrival, List<SensorBinding> candidates) {
        Routed.@Nullable Refused refusal = null;
        String strangers = null;
        for (SensorBinding binding : candidates) {
            DecodeResult result = binding.driver().decode(arrival.message(), binding.context(arrival, zone));
            switch (result) {
                case DecodeResult.Readings readings -> {
                    if (binding.matchesDevice(readings.device())) {
                        return new Routed.Understood(arrival, binding, readings, ahead(arrival, readings));
                    }
                    strangers = readings.device();
                }
                case DecodeResult.Rejected rejected -> {
                    if (arrival.lastWill()) {
                        return new Routed.Understood(arrival, binding, offline(), PseudonymsAhead.NONE);
                    }
                    refusal =
                            new Routed.Refused(arrival, binding, rejected.code().wireName(), rejected.reason());
                }
            }
        }
        if (strangers != null || refusal == null) {
            return new Routed.Refused(
                    arrival,
                    null,
                    "unknown-device",
                    "no sensor is configured for device [" + strangers + "] on ["
                            + arrival.message().address() + "]: add one with match.device: " + strangers);
        }
        return refusal;
    }

    private PseudonymsAhead ahead(Arrival arrival, DecodeResult.Readings readings) {
        if (pseudonyms == null || readings.readings().isEmpty()) {
            return PseudonymsAhead.NONE;
        }
        Instant told = readings.readings().getFirst().deviceTime();
        return PseudonymsAhead.of(readings.readings(), dates.of(told == null ? arrival.at() : told), pseudonyms);
    }

    private static DecodeResult.Readings offline() {
        return DecodeResult.Readings.of(null, List.of(Reading.of(new Fact.Offline())));
    }

    private Routed unknown(Arrival arrival) {
        Message message = arrival.message();
        String format = "";
        int best = 50;
        for (SensorDriver driver : drivers) {
            int score = driver.recognise(message);
            if (score > best) {
                best = score;
                format = driver.name();
            }
        }
        return new Routed.Refused(
                arrival,
                null,
                "no-sensor",
                "no sensor is configured for [" + message.address() + "]"
                        + (format.isEmpty() ? "" : "; it looks like driver " + format) + ": add one to sensors");
    }
}
