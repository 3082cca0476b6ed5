package dev.footfall.drivers.frigate;

import dev.footfall.drivers.Message;
import dev.footfall.drivers.Topic;
import dev.footfall.drivers.json.TopLevel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of Frigate message this is: by the last levels of the topic, for the prefix is the owner's, else by shape. */
enum FrigateKind {
    EVENT,
    /** Reviews and recognition results: full of identities, and nothing countable but plates. */
    UPDATE,
    AVAILABILITY,
    PEOPLE_IN_ZONE,
    CARS_IN_ZONE,
    /** Other traffic below the same prefix: states, pictures, statistics. */
    OTHER,
    /** No Frigate message as far as can be seen. */
    UNKNOWN;

    private static final int SURE = 90;
    private static final int LIKELY = 60;
    private static final Set<String> LIFE = Set.of("new", "update", "end");
    private static final Set<String> RECOGNITIONS = Set.of("face", "lpr", "classification", "description");

    /** The kind of a message. */
    static FrigateKind of(Message message) {
        FrigateKind byTopic = byTopic(message.address());
        if (byTopic != null) {
            return byTopic;
        }
        FrigateKind byShape = byShape(TopLevel.of(message.payload()));
        return byShape == UNKNOWN && Topic.isMqtt(message.address()) ? OTHER : byShape;
    }

    static int score(Message message) {
        FrigateKind byShape = byShape(TopLevel.of(message.payload()));
        if (byShape != UNKNOWN) {
            return SURE;
        }
        FrigateKind byTopic = Topic.isMqtt(message.address()) ? byTopic(message.address()) : null;
        return byTopic == AVAILABILITY || byTopic == PEOPLE_IN_ZONE || byTopic == CARS_IN_ZONE ? LIKELY : 0;
    }

    private static @Nullable FrigateKind byTopic(String address) {
        return switch (Topic.lastLevel(address)) {
            case "events" -> EVENT;
            case "reviews", "tracked_object_update" -> UPDATE;
            case "available" -> AVAILABILITY;
            case "person" -> Topic.levelBeforeLast(address).isEmpty() ? null : PEOPLE_IN_ZONE;
            case "car" -> Topic.levelBeforeLast(address).isEmpty() ? null : CARS_IN_ZONE;
            default -> null;
        };
    }

    private static FrigateKind byShape(TopLevel top) {
        String type = top.text("type");
        if (type == null) {
            return UNKNOWN;
        }
        if (LIFE.contains(type) && top.has("after")) {
            return EVENT;
        }
        return RECOGNITIONS.contains(type) && top.has("id") && top.has("camera") ? UPDATE : UNKNOWN;
    }
}
