package dev.footfall.drivers.xovis;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.lines.LineOptions;
import dev.footfall.drivers.lines.PlanPlace;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the kinds of push apart by their root keys. */
final class XovisDecoder {
    private static final String LIVE = "live_data";
    private static final String LOGICS = "logics_data";
    private static final String STATUS = "status_data";

    /** Root keys of version 5. */
    static final List<String> VERSION_5 = List.of(LIVE, LOGICS, STATUS);

    private XovisDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> push(JsonFields.of(read.root(), ""), context);
        };
    }

    private static DecodeResult push(JsonFields root, DecodeContext context) {
        for (String kind : VERSION_5) {
            if (root.has(kind)) {
                return root.isObject(kind)
                        ? five(kind, root.object(kind), context)
                        : new Rejected(
                                Code.WRONG_VALUE,
                                Reason.of(kind, JsonFields.shown(root.value(kind)), "must be an object"));
            }
        }
        if (root.isObject("content")) {
            return new CountPush(root, context).decode();
        }
        return new Rejected(
                Code.WRONG_FORMAT,
                "the object has none of live_data, logics_data, status_data and content; it is no Xovis data push");
    }

    private static DecodeResult five(String kind, JsonFields data, DecodeContext context) {
        String device = device(data.object("sensor_info").textOrNull("serial_number"));
        LineOptions lines = LineOptions.of(context);
        ReadingList list = new ReadingList();
        switch (kind) {
            case LIVE -> new LiveData(data, device, lines, PlanPlace.of(context, list)).decode(list);
            case LOGICS -> new LogicsData(data, device, lines).decode(list);
            default -> status(data, list);
        }
        return list.result(device);
    }

    private static void status(JsonFields data, ReadingList list) {
        JsonFields states = data.object("states");
        JsonFields details = states.object("device").object("state").object("details");
        long uptime = details.has("uptime_sec") ? details.count("uptime_sec", Long.MAX_VALUE) : -1;
        // A sign of life is one whatever else is wrong with it.
        Instant at = time(states.object("time").object("state").object("details"), "time");
        list.add(Reading.of(new Fact.Heartbeat(details.ok() ? uptime : -1, Double.NaN), at));
    }

    /** The serial number has the form of a hardware address; it is the sensor's. */
    static @Nullable String device(@Nullable String serial) {
        String mac = serial == null ? null : MacAddress.normalise(serial);
        return mac == null ? serial : mac;
    }

    /** UNIX_TIME_MS, UNIX_TIME_S or RFC 3339, as the push is set; null if it is missing or no time. */
    static @Nullable Instant time(JsonFields fields, String key) {
        if (fields.value(key).isNumber()) {
            return DeviceTime.epoch(fields.value(key).doubleValue());
        }
        String text = fields.textOrNull(key);
        return text == null ? null : DeviceTime.withOffset(text);
    }

    /** The same, with a note if the key is there and its value is no time. */
    static @Nullable Instant timeOrNote(JsonFields fields, String key) {
        Instant at = time(fields, key);
        if (at == null && fields.has(key)) {
            fields.wrong(Reason.of(
                    fields.name(key),
                    JsonFields.shown(fields.value(key)),
                    "must be a date and time with offset, or epoch milliseconds or seconds"));
        }
        return at;
    }
}
