package dev.footfall.gateway.cli;

import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.Topic;
import dev.footfall.drivers.nativejson.NativeJson;
import dev.footfall.gateway.admission.Pseudonyms;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Observation;
import dev.footfall.observation.Reading;
import dev.footfall.observation.SensorId;
import dev.footfall.time.ClockTrust;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Readings as printed observations: dated by the rule of admission, named without a configuration, pseudonymised. */
final class ObservationLines {
    private static final int LONGEST_ID = 64;

    private final Pseudonyms pseudonyms = new Pseudonyms(null);
    private final String topic;
    private final @Nullable SensorId configured;

    /** @param configured the sensor of a configuration, null where there is none */
    ObservationLines(String topic, @Nullable SensorId configured) {
        this.topic = topic;
        this.configured = configured;
    }

    /** One line per reading; one that says so if there is none. */
    List<String> of(SensorDriver driver, DecodeResult.Readings readings, Instant arrival) {
        if (readings.readings().isEmpty()) {
            // A driver's name is lower-case letters, digits and dashes: nothing to escape.
            return List.of("{\"driver\":\"" + driver.name() + "\",\"observations\":0}");
        }
        SensorId sensor = configured != null ? configured : sensor(readings.device());
        return readings.readings().stream()
                .map(reading -> NativeJson.write(observation(sensor, reading, arrival), driver.name()))
                .toList();
    }

    private Observation observation(SensorId sensor, Reading reading, Instant arrival) {
        Instant deviceTime = reading.deviceTime();
        boolean believed = deviceTime == null || ClockTrust.DEFAULT.believes(deviceTime, arrival);
        Instant at = deviceTime == null || !believed ? arrival : deviceTime;
        int flags = believed ? 0 : Flag.CLOCK_UNTRUSTED.bit();
        return new Observation(
                sensor, at, reading.line(), flags, reading.fact().renamed(identity -> pseudonym(identity, at)));
    }

    /** Without a configuration a sensor is called what the device calls itself, else as its address of ours names it. */
    private SensorId sensor(@Nullable String device) {
        boolean namesSensor = topic.startsWith("footfall/in/") || topic.startsWith("/ingest/");
        String name = device != null ? device : namesSensor ? Topic.lastLevel(topic) : "";
        String id = name.replaceAll("[^A-Za-z0-9_.-]", "-").replaceFirst("^[_.-]+", "");
        if (id.isEmpty()) {
            return new SensorId("unknown");
        }
        return new SensorId(id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id);
    }

    private Identity pseudonym(Identity identity, Instant at) {
        return pseudonyms.of(identity, at.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
