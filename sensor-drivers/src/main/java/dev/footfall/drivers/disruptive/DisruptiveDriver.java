package dev.footfall.drivers.disruptive;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.json.TopLevel;
import java.util.List;

/** Proximity counters, see the driver's README. */
public final class DisruptiveDriver implements SensorDriver {
    private static final int SURE = 90;

    @Override
    public String name() {
        return "disruptive";
    }

    @Override
    public String title() {
        return "Disruptive Technologies proximity counter, JSON over HTTP or MQTT";
    }

    @Override
    public List<DriverOption> options() {
        return List.of();
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> DisruptiveEvent.decode(read.root());
        };
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        boolean event = top.has("eventType") && (top.has("objectPresentCount") || top.has("data"));
        boolean connector = top.has("event") && (top.has("metadata") || top.has("labels"));
        if (!event && !connector) {
            return 0;
        }
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> 0;
            case JsonTree.Read read -> DisruptiveEvent.isKnown(read.root()) ? SURE : 0;
        };
    }

    static Rejected notOurs() {
        return new Rejected(
                DecodeResult.Code.WRONG_FORMAT,
                "the object has no eventType of a Disruptive sensor; set up a data connector for objectPresentCount");
    }
}
