package dev.footfall.drivers.onvif;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.lines.OneWayLines;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event per message. */
final class OnvifDecoder {
    private final EventTopic topic;
    private final JsonFields root;
    private final JsonFields data;
    private final DecodeContext context;
    private final String line;

    private OnvifDecoder(EventTopic topic, JsonFields root, DecodeContext context) {
        this.topic = topic;
        this.root = root;
        this.data = root.object("Data");
        this.context = context;
        this.line = topic.line(root.object("Source"));
    }

    static DecodeResult decode(Message message, DecodeContext context) {
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read ->
                new OnvifDecoder(EventTopic.of(message.address()), JsonFields.of(read.root(), ""), context).event();
        };
    }

    private DecodeResult event() {
        if (!root.has("UtcTime") && !root.isObject("Data")) {
            return new Rejected(
                    Code.WRONG_FORMAT, "the object has neither UtcTime nor Data; it is no ONVIF event in JSON");
        }
        boolean inside = context.option(OnvifDriver.COUNTER, "total").equals("inside");
        EventKind kind = EventKind.of(topic, root.object("Source"), data, inside);
        if (kind == EventKind.OTHER || !chosen(kind)) {
            return Readings.of(topic.prefix(), List.of());
        }
        Instant at = time();
        Reading reading = switch (kind) {
            case TOTAL -> total(at);
            case INSIDE -> inside(at);
            default -> crossed(at);
        };
        Rejected problem = root.problem();
        return problem == null ? Readings.of(topic.prefix(), List.of(reading)) : problem;
    }

    private boolean chosen(EventKind kind) {
        if (kind == EventKind.CROSSED
                && context.option(OnvifDriver.COUNT, "human").equals("human")
                && !ObjectClass.of(data).maybeHuman()) {
            return false;
        }
        return OneWayLines.of(context).counts(line, lastValue());
    }

    private Reading total(@Nullable Instant at) {
        long count = data.count("Count", Long.MAX_VALUE);
        return reading(outward() ? Fact.Counter.of(0, count) : Fact.Counter.of(count, 0), at, "total|" + count);
    }

    private Reading inside(@Nullable Instant at) {
        int count = (int) data.count("Count", Integer.MAX_VALUE);
        return reading(new Fact.ZoneLevel(lastValue(), count), at, "inside|" + count);
    }

    /** The same camera may count these crossings as well; then its counter is used. */
    private Reading crossed(@Nullable Instant at) {
        boolean outward = outward();
        Fact fact = new Fact.Crossing(outward ? 0 : 1, outward ? 1 : 0, null, Fact.Kind.SEEN, 0);
        return reading(fact, at, "crossed|" + ObjectClass.of(data).id());
    }

    private Reading reading(Fact fact, @Nullable Instant at, String words) {
        String key = at == null ? null : topic.prefix() + "|" + line + "|" + at + "|" + words;
        return new Reading(fact, at, line, key);
    }

    private boolean outward() {
        return OneWayLines.of(context).outward(line, lastValue());
    }

    /** The rule's or counter's own name: the last of the source's values. */
    private String lastValue() {
        return line.substring(line.lastIndexOf('/') + 1);
    }

    private @Nullable Instant time() {
        String text = root.textOrNull("UtcTime");
        Instant at = text == null ? null : DeviceTime.inZone(text, java.time.ZoneOffset.UTC, context.receivedAt());
        if (at == null && root.has("UtcTime")) {
            root.wrong(Reason.of("UtcTime", JsonFields.shown(root.value("UtcTime")), "must be a date and time in UTC"));
        }
        return at;
    }
}
