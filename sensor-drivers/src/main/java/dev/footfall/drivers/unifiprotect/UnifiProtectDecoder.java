package dev.footfall.drivers.unifiprotect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Direction;
import dev.footfall.observation.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An event's parts: the start does not know the way yet, a later part of the same id does, and counts. */
final class UnifiProtectDecoder {
    private static final Set<String> PEOPLE = Set.of("person", "persons", "people", "human");
    private static final Set<String> VEHICLES = Set.of("vehicle", "vehicles", "car");
    private static final int MOST_LINES = 100;

    private final ProtectEvent event;
    private final boolean backIsIn;
    private final List<Reading> readings = new ArrayList<>();

    private UnifiProtectDecoder(ProtectEvent event, DecodeContext context) {
        this.event = event;
        this.backIsIn = context.option(UnifiProtectDriver.IN, "A2B").equals("B2A");
    }

    static DecodeResult decode(Message message, DecodeContext context) {
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> new UnifiProtectDecoder(ProtectEvent.of(read.root()), context).decode();
        };
    }

    private DecodeResult decode() {
        if (!event.isAnEvent()) {
            return new Rejected(
                    Code.WRONG_FORMAT,
                    "the object is no event of UniFi Protect: it has neither a smartDetect type nor metadata");
        }
        if (!event.isAboutALine()) {
            return Readings.of(event.camera(), List.of());
        }
        JsonNode metadata = event.body().path("metadata");
        boolean vehicle = !event.mayBe("person") && event.mayBe("vehicle");
        if (!vehicle && !event.mayBe("person")) {
            return Readings.of(event.camera(), List.of());
        }
        crossings(metadata.path("linesStatus"), vehicle);
        totals(metadata);
        List<String> skipped = readings.isEmpty() && event.type().equals("smartDetectLine")
                ? List.of("a start without the way across the line; a later part of the same event has it")
                : List.of();
        return new Readings(event.camera(), readings, skipped);
    }

    private void crossings(JsonNode lines, boolean vehicle) {
        int number = 0;
        for (Map.Entry<String, JsonNode> line : lines.properties()) {
            if (number++ == MOST_LINES) {
                return;
            }
            Sides sides = Sides.of(line.getValue(), vehicle ? VEHICLES : PEOPLE);
            if (sides.isNone()) {
                continue;
            }
            // One event is one body: whatever number stands there, it crossed once each way.
            boolean in = (backIsIn ? sides.back() : sides.forth()) > 0;
            boolean out = (backIsIn ? sides.forth() : sides.back()) > 0;
            Fact fact = vehicle
                    ? new Fact.Vehicle(in ? Direction.IN : Direction.OUT, null, null)
                    : Fact.Crossing.event(in ? 1 : 0, out ? 1 : 0);
            String key = event.id() == null ? null : event.id() + "|" + line.getKey();
            readings.add(new Reading(fact, event.at(), line.getKey(), key));
        }
    }

    /** Where a line counts for itself its totals come along; the gateway uses them or the crossings, not both. */
    private void totals(JsonNode metadata) {
        for (JsonNode settings : metadata.path("linesSettings")) {
            String line = settings.path("id").asText();
            JsonNode counts = metadata.path("count").path(line);
            if (settings.path("isTargetCounting").asBoolean() && counts.isObject() && readings.size() < MOST_LINES) {
                Sides sides = Sides.of(counts, PEOPLE);
                long in = backIsIn ? sides.back() : sides.forth();
                long out = backIsIn ? sides.forth() : sides.back();
                String key = event.at() == null ? null : line + "|" + event.at() + "|" + in + "|" + out;
                readings.add(new Reading(Fact.Counter.of(in, out), event.at(), line, key));
            }
        }
    }
}
