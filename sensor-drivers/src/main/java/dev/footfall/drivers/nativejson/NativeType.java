package dev.footfall.drivers.nativejson;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of native messages. */
enum NativeType {
    CROSSING,
    COUNTER,
    SIGHTING,
    POSITION,
    ZONE,
    VEHICLE,
    PARKED,
    BAY,
    SALE,
    STAFF,
    MEMBER,
    HEARTBEAT;

    /** All of them, for a message to people. */
    static final String LIST = Arrays.stream(values()).map(NativeType::wireName).collect(Collectors.joining(", "));

    String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The type of that name, or null. A switch, for this runs for every message. */
    static @Nullable NativeType of(String name) {
        return switch (name) {
            case "crossing" -> CROSSING;
            case "counter" -> COUNTER;
            case "sighting" -> SIGHTING;
            case "position" -> POSITION;
            case "zone" -> ZONE;
            case "vehicle" -> VEHICLE;
            case "parked" -> PARKED;
            case "bay" -> BAY;
            case "sale" -> SALE;
            case "staff" -> STAFF;
            case "member" -> MEMBER;
            case "heartbeat" -> HEARTBEAT;
            default -> null;
        };
    }
}
