package dev.footfall.drivers.haltian;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thingsee messages, see the driver's README. */
public final class HaltianDriver implements SensorDriver {
    private static final int SURE = 92;
    private static final long PRESENCE = 2100;
    private static final long BATTERY = 1110;

    @Override
    public String name() {
        return "haltian";
    }

    @Override
    public String title() {
        return "Haltian Thingsee PRESENCE, JSON over MQTT or HTTP";
    }

    @Override
    public List<DriverOption> options() {
        return List.of();
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> message(JsonFields.of(read.root(), ""));
        };
    }

    private static DecodeResult message(JsonFields fields) {
        if (!fields.has("tsmId")) {
            return new Rejected(Code.WRONG_FORMAT, "the object has no tsmId; it is no Thingsee message");
        }
        long kind = fields.count("tsmId", Integer.MAX_VALUE);
        String device = fields.textOrNull("tsmTuid");
        Fact fact = kind == PRESENCE ? presence(fields) : heartbeat(fields, kind);
        Rejected problem = fields.problem();
        if (problem != null) {
            return problem;
        }
        Instant at =
                fields.has("tsmTs") ? DeviceTime.epoch(fields.value("tsmTs").asDouble(-1)) : null;
        return Readings.of(device, List.of(new Reading(fact, at, "", key(device, at, kind, fact))));
    }

    private static Fact presence(JsonFields fields) {
        return new Fact.ZoneLevel("presence", (int) fields.count("state", 1));
    }

    private static Fact heartbeat(JsonFields fields, long kind) {
        double battery = kind == BATTERY ? fields.value("batl").asDouble(Double.NaN) : Double.NaN;
        return new Fact.Heartbeat(-1, battery >= 0 && battery <= 100 ? battery : Double.NaN);
    }

    private static @Nullable String key(@Nullable String device, @Nullable Instant at, long kind, Fact fact) {
        String state = fact instanceof Fact.ZoneLevel level ? "|" + level.count() : "";
        return device == null || at == null ? null : device + "|" + at + "|" + kind + state;
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        return top.has("tsmId") && (top.has("tsmTuid") || top.has("tsmTs")) ? SURE : 0;
    }
}
