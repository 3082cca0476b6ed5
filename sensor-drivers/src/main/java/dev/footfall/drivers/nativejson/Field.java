package dev.footfall.drivers.nativejson;

import org.jspecify.annotations.Nullable;

/** The fields of the native format. */
enum Field {
    TYPE("type"),
    AT("at"),
    ID("id"),
    IN("in"),
    OUT("out"),
    ENTRANCE("entrance"),
    IN_TOTAL("in_total"),
    OUT_TOTAL("out_total"),
    BOOT("boot"),
    WIDTH("width"),
    MAC("mac"),
    RSSI("rssi"),
    CHANNEL("channel"),
    SEQ("seq"),
    FRAME("frame"),
    TRACK("track"),
    X("x"),
    Y("y"),
    ZONE("zone"),
    COUNT("count"),
    DIRECTION("direction"),
    PLATE("plate"),
    CAR_PARK("car_park"),
    BAY("bay"),
    OCCUPIED("occupied"),
    TRANSACTIONS("transactions"),
    AMOUNT("amount"),
    UPTIME_S("uptime_s"),
    BATTERY("battery"),
    STAFF("staff"),
    MEMBER("member"),
    CONSENT("consent");

    /** How many there are; {@code values()} would copy the array for every message. */
    static final int COUNT_OF_FIELDS = values().length;

    private final String key;

    Field(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** True if the value says who: it must not appear in any message for people. */
    boolean isIdentifying() {
        return this == MAC || this == PLATE || this == FRAME || this == MEMBER;
    }

    /** The field of a key, or null for one that the format does not have. A switch, for this runs for every field read. */
    static @Nullable Field of(String key) {
        return switch (key) {
            case "type" -> TYPE;
            case "at" -> AT;
            case "id" -> ID;
            case "in" -> IN;
            case "out" -> OUT;
            case "entrance" -> ENTRANCE;
            case "in_total" -> IN_TOTAL;
            case "out_total" -> OUT_TOTAL;
            case "boot" -> BOOT;
            case "width" -> WIDTH;
            case "mac" -> MAC;
            case "rssi" -> RSSI;
            case "channel" -> CHANNEL;
            case "seq" -> SEQ;
            case "frame" -> FRAME;
            case "track" -> TRACK;
            case "x" -> X;
            case "y" -> Y;
            case "zone" -> ZONE;
            case "count" -> COUNT;
            case "direction" -> DIRECTION;
            case "plate" -> PLATE;
            case "car_park" -> CAR_PARK;
            case "bay" -> BAY;
            case "occupied" -> OCCUPIED;
            case "transactions" -> TRANSACTIONS;
            case "amount" -> AMOUNT;
            case "uptime_s" -> UPTIME_S;
            case "battery" -> BATTERY;
            case "staff" -> STAFF;
            case "member" -> MEMBER;
            case "consent" -> CONSENT;
            default -> null;
        };
    }
}
