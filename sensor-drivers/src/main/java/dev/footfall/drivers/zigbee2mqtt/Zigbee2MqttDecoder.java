package dev.footfall.drivers.zigbee2mqtt;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** State of a device or of the bridge. */
final class Zigbee2MqttDecoder {
    private static final String BRIDGE = "bridge";
    private static final String AVAILABILITY = "/availability";
    /** Zone of a device that nothing names. */
    private static final String NAMELESS = "occupancy";

    private Zigbee2MqttDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        Rejected tooLarge = PayloadLimit.refusal(message.payload());
        if (tooLarge != null) {
            return tooLarge;
        }
        String name = name(message.address(), context);
        if (name.equals(BRIDGE + "/state")) {
            return availability(null, message.payload());
        }
        if (name.startsWith(BRIDGE + "/") || name.endsWith("/set") || name.endsWith("/get")) {
            return Readings.of(null, List.of());
        }
        if (name.endsWith(AVAILABILITY)) {
            return availability(name.substring(0, name.length() - AVAILABILITY.length()), message.payload());
        }
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> state(name, read.root(), context);
        };
    }

    /** What follows the base topic; the last level where the base is another's; empty over HTTP. */
    private static String name(String address, DecodeContext context) {
        String base = context.option(Zigbee2MqttDriver.BASE, Zigbee2MqttDriver.DEFAULT_BASE) + "/";
        if (address.startsWith(base)) {
            return address.substring(base.length());
        }
        return Topic.isMqtt(address) ? Topic.lastLevel(address) : "";
    }

    private static DecodeResult state(String name, JsonNode root, DecodeContext context) {
        JsonFields fields = JsonFields.of(root, "");
        String device = name.isEmpty() ? friendlyName(fields.object("device")) : name;
        String key = fields.has("occupancy") ? "occupancy" : "presence";
        ReadingList list = new ReadingList();
        if (fields.has(key)) {
            presence(fields, key, zone(device, context), list);
        } else if (!name.isEmpty() || fields.has("linkquality") || root.has("occupancy") || root.has("presence")) {
            return Readings.of(device, List.of());
        } else {
            return new Rejected(
                    Code.WRONG_FORMAT,
                    "the object has neither occupancy nor presence; bind the sensor to the topic of a presence sensor");
        }
        JsonNode battery = fields.value("battery");
        if (battery.isNumber() && !list.isEmpty()) {
            list.add(Reading.of(new Fact.Heartbeat(-1, battery.doubleValue())));
        }
        return list.result(device);
    }

    private static void presence(JsonFields fields, String key, String zone, ReadingList list) {
        switch (fields.value(key).asText().toLowerCase(Locale.ROOT)) {
            case "true", "1", "on" -> list.add(Reading.of(new Fact.ZoneLevel(zone, 1)));
            case "false", "0", "off" -> list.add(Reading.of(new Fact.ZoneLevel(zone, 0)));
            default ->
                list.skip(
                        Code.WRONG_VALUE, Reason.of(key, JsonFields.shown(fields.value(key)), "must be true or false"));
        }
    }

    private static String zone(@Nullable String device, DecodeContext context) {
        return context.option(Zigbee2MqttDriver.ZONE, device == null ? NAMELESS : device);
    }

    private static @Nullable String friendlyName(JsonFields device) {
        String name = device.textOrNull("friendlyName");
        return name != null ? name : device.textOrNull("friendly_name");
    }

    /** The word alone, or in newer versions {@code {"state":"online"}}. */
    private static DecodeResult availability(@Nullable String device, byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8).strip();
        if (text.startsWith("{") && JsonTree.object(payload) instanceof JsonTree.Read read) {
            text = read.root().path("state").asText();
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "online" -> Readings.of(device, List.of(Reading.of(Fact.Heartbeat.BARE)));
            case "offline" -> Readings.of(device, List.of(Reading.of(new Fact.Offline())));
            default -> new Rejected(Code.WRONG_VALUE, Reason.of("state", text, "must be online or offline"));
        };
    }
}
