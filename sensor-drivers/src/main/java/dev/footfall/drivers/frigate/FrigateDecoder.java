package dev.footfall.drivers.frigate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Digits;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.Topic;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses by the kind of message; of the identities in it only plates are read, for they are how vehicles count. */
final class FrigateDecoder {
    private static final int LONGEST_NUMBER = 10;

    private FrigateDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        Rejected tooLarge = PayloadLimit.refusal(message.payload());
        if (tooLarge != null) {
            return tooLarge;
        }
        return switch (FrigateKind.of(message)) {
            case EVENT -> json(message.payload(), true, context);
            case UPDATE -> json(message.payload(), false, context);
            case AVAILABILITY -> availability(text(message.payload()));
            case PEOPLE_IN_ZONE -> people(Topic.levelBeforeLast(message.address()), text(message.payload()));
            case CARS_IN_ZONE -> cars(Topic.levelBeforeLast(message.address()), text(message.payload()), context);
            case OTHER -> Readings.of(null, List.of());
            case UNKNOWN -> unknown(message.payload());
        };
    }

    private static DecodeResult json(byte[] payload, boolean event, DecodeContext context) {
        return switch (JsonTree.object(payload)) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> event ? FrigateEvent.decode(read.root(), context) : update(read.root(), context);
        };
    }

    /** Reviews, faces and descriptions count nothing; a plate is a vehicle. */
    private static DecodeResult update(JsonNode root, DecodeContext context) {
        if (root.path("type").asText().equals("lpr")) {
            return FrigateVehicle.ofUpdate(root, context);
        }
        JsonNode camera = root.path("after").isObject() ? root.path("after").path("camera") : root.path("camera");
        return Readings.of(device(camera), List.of());
    }

    private static @Nullable String device(JsonNode camera) {
        return camera.isTextual() && !camera.textValue().isBlank() ? camera.textValue() : null;
    }

    private static DecodeResult availability(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "online" -> Readings.of(null, List.of(Reading.of(Fact.Heartbeat.BARE)));
            case "offline", "stopped" -> Readings.of(null, List.of(Reading.of(new Fact.Offline())));
            default ->
                new Rejected(Code.WRONG_VALUE, Reason.of("available", text, "must be online, offline or stopped"));
        };
    }

    private static DecodeResult people(String zone, String text) {
        int count = count(text);
        return count < 0
                ? wrongCount(zone + "/person", text)
                : Readings.of(null, List.of(Reading.of(new Fact.ZoneLevel(zone, count))));
    }

    private static DecodeResult cars(String zone, String text, DecodeContext context) {
        if (!zone.equals(context.option(FrigateDriver.PARKING_ZONE, ""))) {
            return Readings.of(null, List.of());
        }
        int count = count(text);
        return count < 0
                ? wrongCount(zone + "/car", text)
                : Readings.of(null, List.of(Reading.of(new Fact.Parked(count, null))));
    }

    /** A number of objects; −1 if the text is none. */
    private static int count(String text) {
        if (!Digits.only(text, LONGEST_NUMBER)) {
            return -1;
        }
        long count = Long.parseLong(text);
        return count > Integer.MAX_VALUE ? -1 : (int) count;
    }

    private static Rejected wrongCount(String topic, String text) {
        return new Rejected(
                Code.WRONG_VALUE, Reason.of(Reason.shown(topic), text, "must be a whole number from 0 to 2147483647"));
    }

    /** Without a topic that says so, only the shape of the payload could have told. */
    private static DecodeResult unknown(byte[] payload) {
        if (JsonTree.object(payload) instanceof JsonTree.Refused refused
                && refused.refusal().code() != Code.WRONG_FORMAT) {
            return refused.refusal();
        }
        return notFrigate();
    }

    private static Rejected notFrigate() {
        return new Rejected(
                Code.WRONG_FORMAT,
                "the payload is no Frigate event, review or update; counts of zones are known by their topic only, ZONE/person");
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8).strip();
    }
}
