package dev.footfall.drivers.nativejson;

import dev.footfall.drivers.Message;
import dev.footfall.drivers.json.TopLevel;
import java.util.List;

/**
 * Native messages name their type. Other formats use some of the same words, so the type's own fields must be there too, or
 * at least no others.
 */
final class NativeRecogniser {
    private static final int SURE = 90;
    private static final int LIKELY = 60;
    private static final int HARDLY = 20;

    private NativeRecogniser() {}

    static int score(Message message) {
        int byAddress = message.address().startsWith("footfall/in/") ? LIKELY : 0;
        return Math.max(byAddress, byShape(TopLevel.of(message.payload())));
    }

    private static int byShape(TopLevel top) {
        String word = top.text("type");
        NativeType type = word == null ? null : NativeType.of(word);
        if (type == null) {
            return 0;
        }
        List<Field> needed = needed(type);
        if (!needed.isEmpty() && needed.stream().allMatch(field -> top.has(field.key()))) {
            return SURE;
        }
        return top.keys().stream().allMatch(key -> Field.of(key) != null) ? LIKELY : HARDLY;
    }

    /** Fields that tell a type from other formats' messages of the same name; not all that it needs. */
    private static List<Field> needed(NativeType type) {
        return switch (type) {
            case CROSSING -> List.of(Field.IN);
            case COUNTER -> List.of(Field.IN_TOTAL);
            case SIGHTING -> List.of(Field.MAC, Field.RSSI);
            case POSITION -> List.of(Field.TRACK, Field.X, Field.Y);
            case ZONE -> List.of(Field.ZONE, Field.COUNT);
            case VEHICLE -> List.of(Field.DIRECTION);
            case PARKED, STAFF -> List.of(Field.COUNT);
            case BAY -> List.of(Field.BAY, Field.OCCUPIED);
            case SALE -> List.of(Field.TRANSACTIONS, Field.AMOUNT);
            case MEMBER -> List.of(Field.MEMBER, Field.CONSENT);
            case HEARTBEAT -> List.of();
        };
    }
}
