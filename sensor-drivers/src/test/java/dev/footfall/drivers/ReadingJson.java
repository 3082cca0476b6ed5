package dev.footfall.drivers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.drivers.nativejson.NativeJson;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Observation;
import dev.footfall.observation.Reading;
import dev.footfall.observation.SensorId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Readings as JSON for {@code expected.json}: the native fields, identities in clear, plus {@code line} and {@code key}. */
final class ReadingJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Identity HIDDEN = new Identity.Pseudonym(0, false);

    private ReadingJson() {}

    static ObjectNode of(DecodeResult.Readings readings) {
        ObjectNode root = JSON.createObjectNode();
        root.put("device", readings.device());
        ArrayNode list = root.putArray("readings");
        readings.readings().forEach(reading -> list.add(of(reading)));
        ArrayNode skipped = root.putArray("skipped");
        readings.skipped().forEach(skipped::add);
        return root;
    }

    private static ObjectNode of(Reading reading) {
        Instant at = reading.deviceTime() == null ? Instant.EPOCH : reading.deviceTime();
        Observation observation =
                new Observation(new SensorId("s"), at, reading.line(), 0, withoutIdentity(reading.fact()));
        ObjectNode node = parse(NativeJson.write(observation, "d"));
        node.remove(List.of("sensor", "driver", "flags", "randomised"));
        if (reading.deviceTime() == null) {
            node.remove(List.of("at", "from"));
        }
        identify(reading.fact(), node);
        node.put("key", reading.key());
        return node;
    }

    private static Fact withoutIdentity(Fact fact) {
        if (fact instanceof Fact.Sighting f) {
            return new Fact.Sighting(HIDDEN, f.rssi(), f.channel(), f.seq(), f.fingerprint());
        }
        if (fact instanceof Fact.Vehicle f && f.plate() != null) {
            return new Fact.Vehicle(f.direction(), HIDDEN, f.carPark());
        }
        return fact instanceof Fact.Member f ? new Fact.Member(HIDDEN, f.consent()) : fact;
    }

    private static void identify(Fact fact, ObjectNode node) {
        if (fact instanceof Fact.Sighting f) {
            node.put("mac", raw(f.device()));
            node.put("randomised", f.device() instanceof Identity.Raw known && known.randomised());
            node.put("fingerprint", HexFormat.of().toHexDigits(f.fingerprint()));
        }
        if (fact instanceof Fact.Member f) {
            node.put("member", raw(f.who()));
        }
        if (fact instanceof Fact.Vehicle f && f.plate() != null) {
            node.put("plate", raw(f.plate()));
        }
    }

    private static @Nullable String raw(@Nullable Identity identity) {
        return identity instanceof Identity.Raw known ? known.value() : null;
    }

    private static ObjectNode parse(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
