package dev.footfall.drivers.axis;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import org.jspecify.annotations.Nullable;

/** Tells the event bridge's messages from the people counter's push. */
final class AxisDecoder {
    private AxisDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> root(JsonFields.of(read.root(), ""), message.address(), context);
        };
    }

    private static DecodeResult root(JsonFields root, String address, DecodeContext context) {
        if (root.isObject("message")) {
            return event(root, address, context);
        }
        if (root.isObject("data") && (root.isObject("sensor") || root.has("apiName"))) {
            return new RetailData(root, context).decode();
        }
        return new Rejected(
                Code.WRONG_FORMAT,
                "the object has neither message (MQTT event bridge) nor data and sensor (Axis Retail Data)");
    }

    private static DecodeResult event(JsonFields root, String address, DecodeContext context) {
        String device = device(root.textOrNull("serial"), address);
        String inBody = root.textOrNull("topic");
        String topic = inBody == null ? address : inBody;
        ReadingList list = new ReadingList();
        if (topic.contains("xinternal_data") || address.contains("xinternal_data")) {
            return list.result(device);
        }
        if (topic.contains("ObjectAnalytics/")) {
            new Scenario(root, device, topic, context).decode(list);
        } else if (topic.endsWith("IO/Port") || topic.contains("IO/Port/")) {
            new InputPort(root, device, context).decode(list);
        }
        return list.result(device);
    }

    /** The serial number is the camera's hardware address; without it in the body the standard topic has it before {@code event}. */
    static @Nullable String device(@Nullable String serial, String address) {
        String found = serial;
        if (found == null) {
            int event = address.indexOf("/event/");
            found = event < 0 ? null : address.substring(address.lastIndexOf('/', event - 1) + 1, event);
        }
        String mac = found == null ? null : MacAddress.normalise(found);
        return mac != null || serial == null ? mac : serial;
    }
}
