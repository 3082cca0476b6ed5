package dev.footfall.drivers.irisys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.Topic;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The owner sets the topics, so the kind of message is told by its shape. */
final class IrisysDecoder {
    private static final List<String> STANDARD_TOPICS =
            List.of("counts", "live_counts", "status", "targets", "device_info");

    private IrisysDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        Rejected tooLarge = PayloadLimit.refusal(message.payload());
        if (tooLarge != null) {
            return tooLarge;
        }
        String device = fromTopic(message.address());
        if (Targets.fits(message.payload())) {
            ReadingList list = new ReadingList();
            Targets.decode(message.payload(), device, context, list);
            return list.result(device);
        }
        return switch (JsonTree.value(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> json(read.root(), device, message.address(), context);
        };
    }

    private static DecodeResult json(JsonNode root, @Nullable String device, String address, DecodeContext context) {
        if (root.isArray()) {
            return new Deltas(device, context).decode(root);
        }
        JsonFields fields = JsonFields.of(root, "");
        if (fields.has("CountLogs")) {
            return new Totals(fields.textOrNull("FriendlyDeviceSerial"), context).logs(fields);
        }
        if (fields.has("counts")) {
            return new Totals(device, context).live(fields);
        }
        if (fields.has("status")) {
            return status(fields.textOrNull("status"), device);
        }
        if (root.isObject() && Topic.isMqtt(address) && Topic.lastLevel(address).contains("info")) {
            return Readings.of(device, List.of());
        }
        return new Rejected(
                Code.WRONG_FORMAT,
                "the payload is no array of counts and has none of counts, CountLogs and status; it is no Irisys message");
    }

    private static DecodeResult status(@Nullable String status, @Nullable String device) {
        if ("connected".equals(status)) {
            return Readings.of(device, List.of(Reading.of(Fact.Heartbeat.BARE)));
        }
        if ("disconnected".equals(status)) {
            return Readings.of(device, List.of(Reading.of(new Fact.Offline())));
        }
        return new Rejected(
                Code.WRONG_VALUE,
                Reason.of("status", status == null ? "" : status, "must be connected or disconnected"));
    }

    /** In topics of the usual form the device's id stands before the last level. */
    private static @Nullable String fromTopic(String address) {
        String id = Topic.levelBeforeLast(address);
        boolean usual = Topic.isMqtt(address) && STANDARD_TOPICS.contains(Topic.lastLevel(address));
        return usual && !id.isEmpty() ? id : null;
    }
}
