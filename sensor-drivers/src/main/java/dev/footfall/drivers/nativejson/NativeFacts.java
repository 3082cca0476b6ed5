package dev.footfall.drivers.nativejson;

import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.ieee802.ProbeRequest;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One fact per type, from an object's fields; null after a problem was noted in the fields. */
final class NativeFacts {
    private static final int MOST = Integer.MAX_VALUE;
    /** Metres from the plan's corner: a floor is smaller than this, so whatever is beyond is a mistake. */
    private static final double FARTHEST_METRES = 1_000_000;

    private static final int LONGEST_PLATE = 32;
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private NativeFacts() {}

    static @Nullable Fact fact(NativeType type, Fields fields) {
        return switch (type) {
            case CROSSING -> maybeStaff(crossing(fields), fields);
            case COUNTER -> maybeStaff(counter(fields), fields);
            case SIGHTING -> sighting(fields);
            case POSITION -> maybeStaff(position(fields), fields);
            case ZONE -> zone(fields);
            case VEHICLE -> vehicle(fields);
            case PARKED -> parked(fields);
            case BAY -> bay(fields);
            case SALE -> sale(fields);
            case STAFF -> staff(fields);
            case MEMBER -> member(fields);
            case HEARTBEAT -> heartbeat(fields);
        };
    }

    private static @Nullable Fact maybeStaff(@Nullable Fact fact, Fields fields) {
        boolean staff = fields.has(Field.STAFF) && fields.flag(Field.STAFF);
        return fact != null && staff ? new Fact.OfStaff(fact) : fact;
    }

    private static @Nullable Fact crossing(Fields fields) {
        int in = (int) oneOfPair(fields, Field.IN, Field.OUT, MOST);
        int out = (int) oneOfPair(fields, Field.OUT, Field.IN, MOST);
        String entrance = fields.nameOrNull(Field.ENTRANCE);
        return fields.ok() ? new Fact.Crossing(in, out, entrance, Fact.Kind.EVENT, 0) : null;
    }

    private static @Nullable Fact counter(Fields fields) {
        long in = oneOfPair(fields, Field.IN_TOTAL, Field.OUT_TOTAL, Long.MAX_VALUE);
        long out = oneOfPair(fields, Field.OUT_TOTAL, Field.IN_TOTAL, Long.MAX_VALUE);
        String boot = fields.nameOrNull(Field.BOOT);
        long width = fields.wholeOr(Field.WIDTH, 0, 1, Long.MAX_VALUE);
        if (width > 0 && in >= width) {
            fields.wrong(Field.IN_TOTAL, "must be below width [" + width + "]");
        }
        if (width > 0 && out >= width) {
            fields.wrong(Field.OUT_TOTAL, "must be below width [" + width + "]");
        }
        return fields.ok() ? new Fact.Counter(in, out, boot, width, -1, true) : null;
    }

    /** A count of one direction: 0 if only the other is given. */
    private static long oneOfPair(Fields fields, Field field, Field other, long most) {
        return fields.isWritten(field) || !fields.isWritten(other) ? fields.whole(field, 0, most) : 0;
    }

    private static @Nullable Fact sighting(Fields fields) {
        String mac = mac(fields);
        int rssi = (int) fields.whole(Field.RSSI, -127, 127);
        int channel = (int) fields.wholeOr(Field.CHANNEL, 0, 0, 255);
        int seq = (int) fields.wholeOr(Field.SEQ, -1, 0, 65_535);
        long fingerprint = fields.has(Field.FRAME) ? fingerprint(fields) : 0;
        return mac != null && fields.ok()
                ? new Fact.Sighting(new Identity.Raw(mac), rssi, channel, seq, fingerprint)
                : null;
    }

    private static @Nullable String mac(Fields fields) {
        if (!fields.isWritten(Field.MAC)) {
            fields.missing(Field.MAC);
            return null;
        }
        String mac = MacAddress.normalise(fields.text(Field.MAC));
        if (mac == null) {
            fields.wrong(Field.MAC, "must be 12 hex digits, with or without separators");
        }
        return mac;
    }

    private static long fingerprint(Fields fields) {
        try {
            if (fields.isText(Field.FRAME)) {
                return ProbeRequest.fingerprint(Base64.getDecoder().decode(fields.text(Field.FRAME)));
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, together with values that are no text at all
        }
        fields.wrong(Field.FRAME, "must be base64 text");
        return 0;
    }

    private static @Nullable Fact position(Fields fields) {
        String track = fields.name(Field.TRACK);
        double x = fields.number(Field.X, -FARTHEST_METRES, FARTHEST_METRES);
        double y = fields.number(Field.Y, -FARTHEST_METRES, FARTHEST_METRES);
        return fields.ok() ? new Fact.Position(track, x, y) : null;
    }

    private static @Nullable Fact zone(Fields fields) {
        String zone = fields.name(Field.ZONE);
        int count = (int) fields.whole(Field.COUNT, 0, MOST);
        return fields.ok() ? new Fact.ZoneLevel(zone, count) : null;
    }

    private static @Nullable Fact vehicle(Fields fields) {
        Fact.Direction direction = direction(fields);
        Identity plate = fields.has(Field.PLATE) ? plate(fields) : null;
        String carPark = fields.nameOrNull(Field.CAR_PARK);
        return direction != null && fields.ok() ? new Fact.Vehicle(direction, plate, carPark) : null;
    }

    private static Fact.@Nullable Direction direction(Fields fields) {
        switch (fields.text(Field.DIRECTION)) {
            case "in":
                return Fact.Direction.IN;
            case "out":
                return Fact.Direction.OUT;
            default:
                if (fields.isWritten(Field.DIRECTION)) {
                    fields.wrong(Field.DIRECTION, "must be in or out");
                } else {
                    fields.missing(Field.DIRECTION);
                }
                return null;
        }
    }

    /** A plate without blanks and dashes, in capitals: readers disagree about those. */
    private static @Nullable Identity plate(Fields fields) {
        String written = fields.text(Field.PLATE);
        String plate = written.length() > LONGEST_PLATE
                ? ""
                : written.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
        if (plate.isBlank()) {
            fields.wrong(Field.PLATE, "must be a text of 1 to " + LONGEST_PLATE + " characters");
            return null;
        }
        return new Identity.Raw(plate);
    }

    private static @Nullable Fact parked(Fields fields) {
        int count = (int) fields.whole(Field.COUNT, 0, MOST);
        String carPark = fields.nameOrNull(Field.CAR_PARK);
        return fields.ok() ? new Fact.Parked(count, carPark) : null;
    }

    private static @Nullable Fact bay(Fields fields) {
        String bay = fields.name(Field.BAY);
        boolean occupied = fields.flag(Field.OCCUPIED);
        return fields.ok() ? new Fact.Bay(bay, occupied) : null;
    }

    private static @Nullable Fact sale(Fields fields) {
        int transactions = (int) fields.whole(Field.TRANSACTIONS, 0, MOST);
        String amount = fields.text(Field.AMOUNT);
        if (!fields.isWritten(Field.AMOUNT)) {
            fields.missing(Field.AMOUNT);
        } else if (!AMOUNT.matcher(amount).matches()) {
            fields.wrong(Field.AMOUNT, "must be a decimal number as text, for example \"1234.50\"");
        }
        return fields.ok() ? new Fact.Sale(transactions, new BigDecimal(amount)) : null;
    }

    private static @Nullable Fact staff(Fields fields) {
        int count = (int) fields.whole(Field.COUNT, 0, MOST);
        return fields.ok() ? new Fact.Staff(count) : null;
    }

    /** A made-up address says nothing about who somebody is tomorrow, and never becomes an identifier. */
    private static @Nullable Fact member(Fields fields) {
        String member = fields.name(Field.MEMBER);
        boolean consent = fields.flag(Field.CONSENT);
        String address = fields.ok() ? MacAddress.normalise(member) : null;
        if (address != null && new Identity.Raw(address).randomised()) {
            fields.wrong(Field.MEMBER, "must not be an address that a device made up");
        }
        return fields.ok() ? new Fact.Member(new Identity.Raw(member), consent) : null;
    }

    private static @Nullable Fact heartbeat(Fields fields) {
        long uptime = fields.wholeOr(Field.UPTIME_S, -1, 0, Long.MAX_VALUE);
        double battery = fields.has(Field.BATTERY) ? fields.number(Field.BATTERY, 0, MOST) : Double.NaN;
        if (!fields.ok()) {
            return null;
        }
        return uptime < 0 && Double.isNaN(battery) ? Fact.Heartbeat.BARE : new Fact.Heartbeat(uptime, battery);
    }
}
