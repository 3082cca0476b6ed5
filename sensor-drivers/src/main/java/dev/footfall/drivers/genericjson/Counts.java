package dev.footfall.drivers.genericjson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a message tells: the semantics of its numbers. */
enum Counts {
    /** People who crossed at this moment. */
    EVENT,
    /** People who crossed within a window. */
    WINDOW,
    /** Totals since the device's zero. */
    CUMULATIVE,
    /** The total of a beam that cannot tell which way. */
    BREAKS,
    ZONE,
    POSITION,
    SIGHTING,
    VEHICLE,
    PARKED,
    BAY,
    STAFF,
    SALE,
    HEARTBEAT;

    /** Keys without which a message of this kind says nothing; what can be given in several ways is not among them. */
    List<Key> needed() {
        return switch (this) {
            case EVENT, WINDOW, CUMULATIVE, HEARTBEAT -> List.of();
            case BREAKS, PARKED, STAFF -> List.of(Key.VALUE);
            case ZONE -> List.of(Key.ZONE, Key.VALUE);
            case POSITION -> List.of(Key.TRACK, Key.X, Key.Y);
            case SIGHTING -> List.of(Key.MAC, Key.RSSI);
            case VEHICLE -> List.of(Key.DIRECTION);
            case BAY -> List.of(Key.BAY, Key.OCCUPIED);
            case SALE -> List.of(Key.TRANSACTIONS, Key.AMOUNT);
        };
    }

    static List<String> words() {
        return Arrays.stream(values())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static @Nullable Counts of(@Nullable String word) {
        for (Counts value : values()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        return null;
    }
}
