package dev.footfall.drivers.dlstreamer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;

/**
 * A frame's objects and events, or one event alone. The time in it is that of the stream, which begins at 0 with every
 * start: it is no time of day and is not handed on. The source is not either, for its address may hold a password.
 */
final class DlStreamerDecoder {
    private static final int MOST_EVENTS = 200;

    private final DecodeContext context;
    private final ReadingList list = new ReadingList();

    private DlStreamerDecoder(DecodeContext context) {
        this.context = context;
    }

    static DecodeResult decode(Message message, DecodeContext context) {
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> new DlStreamerDecoder(context).decode(read.root());
        };
    }

    private DecodeResult decode(JsonNode root) {
        JsonNode frame = root.path("metadata").isObject() ? root.path("metadata") : root;
        if (SpatialEvent.isOne(frame)) {
            event(frame, frame.path("objects"));
            return list.result(null);
        }
        if (!frame.has("objects") && !frame.has("events") && !frame.has("resolution")) {
            return new Rejected(
                    Code.WRONG_FORMAT,
                    "the object has neither objects nor events of DL Streamer; publish gvametaconvert's JSON");
        }
        int number = 0;
        for (JsonNode event : frame.path("events")) {
            if (number++ == MOST_EVENTS) {
                list.skip(Code.TOO_LARGE, "events has more than " + MOST_EVENTS + " members; the others are left out");
                break;
            }
            event(event, frame.path("objects"));
        }
        if (frame.path("objects").isArray() || (!frame.has("objects") && number == 0)) {
            people(frame.path("objects"));
        } else if (frame.has("objects")) {
            list.skip(Code.WRONG_VALUE, "objects must be an array");
        }
        return list.result(null);
    }

    private void event(JsonNode event, JsonNode objects) {
        SpatialEvent spatial = new SpatialEvent(JsonFields.of(event, "event"), objects, context);
        Reading reading = spatial.reading();
        Rejected problem = spatial.problem();
        if (problem != null) {
            list.skip(problem);
        } else if (reading != null) {
            list.add(reading);
        }
    }

    /** How many are in the picture now; a frame without objects is a true zero. */
    private void people(JsonNode objects) {
        String label = context.option(DlStreamerDriver.LABEL, "person");
        int count = 0;
        for (JsonNode object : objects) {
            count += Labels.is(object, label) ? 1 : 0;
        }
        list.add(Reading.of(new Fact.ZoneLevel(context.option(DlStreamerDriver.FRAME_ZONE, "frame"), count)));
    }
}
