package dev.footfall.drivers.lorawan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.Topic;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** ChirpStack's JSON events: version 4, and version 3 with its device EUI in base64 and its object in a text. */
final class ChirpStack {
    private static final List<String> EVENTS =
            List.of("up", "status", "join", "ack", "txack", "log", "location", "integration");

    private ChirpStack() {}

    static Envelope read(JsonNode root, String address) {
        JsonNode info = root.path("deviceInfo").isObject() ? root.path("deviceInfo") : root;
        String device = device(info);
        String names = names(info);
        return switch (kind(root, address)) {
            case "up" -> uplink(root, device, names);
            case "status" -> status(root, device, names);
            case "join" ->
                new Envelope.Notice(
                        device, names, List.of(life(time(root), device, "join", Fact.Heartbeat.BARE)), null);
            case "log" -> log(root, device, names);
            case "ack" -> new Envelope.Notice(device, names, List.of(), "a downlink was acknowledged");
            default -> new Envelope.Notice(device, names, List.of(), "the network server tells nothing countable");
        };
    }

    /** The event: by the topic's or path's last level where it names one, else by what is in it. */
    private static String kind(JsonNode root, String address) {
        String last = Topic.lastLevel(address);
        if (EVENTS.contains(last) && Topic.levelBeforeLast(address).equals("event")) {
            return last;
        }
        if (root.has("data") || root.has("fPort") || root.has("rxInfo") || root.has("object")) {
            return "up";
        }
        if (root.has("level") && (root.has("code") || root.has("description"))) {
            return "log";
        }
        if (root.has("margin") || root.has("batteryLevel") || root.has("externalPowerSource")) {
            return "status";
        }
        if (root.has("acknowledged")) {
            return "ack";
        }
        boolean other = root.has("location") || root.has("integrationName") || root.has("queueItemId");
        return root.has("devAddr") && !other ? "join" : "other";
    }

    private static Envelope uplink(JsonNode root, @Nullable String device, String names) {
        String text = root.path("data").asText("");
        Frame frame = text.isEmpty() ? null : Frame.base64(text);
        JsonNode object = object(root);
        if (frame == null && !text.isEmpty() && object == null) {
            return refused(names, Reason.of("data", text, "must be the frame in base64"));
        }
        Instant time = time(root);
        String session = root.path("devAddr").asText("");
        // Protobuf leaves out what is 0: a missing counter is the first frame of a session.
        int counter = Envelopes.number(root.path("fCnt"), Integer.MAX_VALUE);
        String run = session.isEmpty() ? null : session.toLowerCase(Locale.ROOT);
        return new Envelope.Up(new Uplink(
                device,
                names,
                Envelopes.number(root.path("fPort"), 255),
                frame,
                object,
                time,
                run,
                UplinkKey.of(device, run, root.has("fCnt") ? counter : 0, time)));
    }

    private static Envelope status(JsonNode root, @Nullable String device, String names) {
        double level = root.path("batteryLevelUnavailable").asBoolean()
                        || root.path("externalPowerSource").asBoolean()
                ? Double.NaN
                : root.path("batteryLevel").asDouble(Double.NaN);
        double battery = level >= 0 && level <= 100 ? level : Double.NaN;
        Reading life = life(time(root), device, "status", new Fact.Heartbeat(-1, battery));
        return new Envelope.Notice(device, names, List.of(life), null);
    }

    /** A complaint about the device's frames is no sign that it counts: it must be seen, not heard. */
    private static Envelope log(JsonNode root, @Nullable String device, String names) {
        String level = root.path("level").asText("");
        String said = Reason.shown(root.path("code").asText("")) + ": "
                + Reason.shown(root.path("description").asText(""));
        return level.equalsIgnoreCase("INFO")
                ? new Envelope.Notice(device, names, List.of(), "the network server logs " + said)
                : refused(
                        names,
                        "the network server reports " + Reason.shown(level) + " " + said
                                + "; nothing is counted: look at the device there");
    }

    private static Envelope refused(String names, String reason) {
        return new Envelope.Refused(new Rejected(Code.WRONG_VALUE, reason), names);
    }

    private static Reading life(@Nullable Instant time, @Nullable String device, String event, Fact fact) {
        return new Reading(fact, time, "", device == null || time == null ? null : device + "|" + event + "|" + time);
    }

    private static @Nullable Instant time(JsonNode root) {
        Instant time = DeviceTime.withOffset(root.path("time").asText(""));
        for (JsonNode gateway : root.path("rxInfo")) {
            for (String key : List.of("nsTime", "gwTime", "time")) {
                time = time != null
                        ? time
                        : DeviceTime.withOffset(gateway.path(key).asText(""));
            }
        }
        return time != null
                ? time
                : DeviceTime.withOffset(root.path("publishedAt").asText(""));
    }

    private static @Nullable JsonNode object(JsonNode root) {
        if (root.path("object").isObject()) {
            return root.path("object");
        }
        String text = root.path("objectJSON").asText("");
        boolean read = !text.isEmpty();
        return read && JsonTree.object(text.getBytes(StandardCharsets.UTF_8)) instanceof JsonTree.Read tree
                ? tree.root()
                : null;
    }

    private static @Nullable String device(JsonNode info) {
        String eui = info.path("devEui").asText("");
        if (eui.isEmpty()) {
            String text = info.path("devEUI").asText("");
            Frame bytes = Frame.hex(text) != null || text.isEmpty() ? null : Frame.base64(text);
            eui = bytes == null || bytes.length() != 8 ? text : bytes.hex(0, 8);
        }
        if (eui.isBlank()) {
            eui = info.path("deviceName").asText("");
        }
        return eui.isBlank() || eui.length() > 64 ? null : eui.toLowerCase(Locale.ROOT);
    }

    private static String names(JsonNode info) {
        StringBuilder names = new StringBuilder();
        for (String key : List.of("deviceProfileName", "deviceName", "applicationName")) {
            names.append(info.path(key).asText("")).append(' ');
        }
        JsonNode tags = info.path("tags").isObject() ? info.path("tags") : MissingNode.getInstance();
        tags.forEach(tag -> names.append(tag.asText("")).append(' '));
        return names.toString().toLowerCase(Locale.ROOT);
    }
}
