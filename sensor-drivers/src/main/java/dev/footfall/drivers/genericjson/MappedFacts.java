package dev.footfall.drivers.genericjson;

import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.plates.Plate;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One fact per kind, from the mapped fields; null after a problem was noted in them. */
final class MappedFacts {
    private static final int MOST = Integer.MAX_VALUE;
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1e15");
    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);

    private final Mapping mapping;
    private final MappedFields fields;

    MappedFacts(Mapping mapping, MappedFields fields) {
        this.mapping = mapping;
        this.fields = fields;
    }

    @Nullable
    Fact fact() {
        Fact fact = switch (mapping.counts()) {
            case EVENT -> event();
            case WINDOW -> window();
            case CUMULATIVE -> counter(pair(Key.IN, Key.OUT), pair(Key.OUT, Key.IN), true);
            case BREAKS -> counter(fields.count(Key.VALUE, Long.MAX_VALUE), 0, false);
            case ZONE -> zone();
            case POSITION -> new Fact.Position(fields.text(Key.TRACK), fields.metres(Key.X), fields.metres(Key.Y));
            case SIGHTING -> sighting();
            case VEHICLE -> vehicle();
            case PARKED -> new Fact.Parked((int) fields.count(Key.VALUE, MOST), fields.textOrNull(Key.CAR_PARK));
            case BAY -> new Fact.Bay(fields.text(Key.BAY), occupied());
            case STAFF -> new Fact.Staff((int) fields.count(Key.VALUE, MOST));
            case SALE -> sale();
            case HEARTBEAT -> heartbeat();
        };
        return fields.ok() ? fact : null;
    }

    private long pair(Key key, Key other) {
        boolean mapped = mapping.has(key);
        return mapped || !mapping.has(other) ? fields.countOfPair(key, other, Long.MAX_VALUE) : 0;
    }

    private int people(Key key, Key other) {
        boolean mapped = mapping.has(key);
        return mapped || !mapping.has(other) ? (int) fields.countOfPair(key, other, MOST) : 0;
    }

    private Fact event() {
        String entrance = fields.textOrNull(Key.ENTRANCE);
        int in = 0;
        int out = 0;
        if (mapping.has(Key.DIRECTION)) {
            int people = mapping.has(Key.VALUE) ? (int) fields.count(Key.VALUE, MOST) : 1;
            boolean inward = direction() == Fact.Direction.IN;
            in = inward ? people : 0;
            out = inward ? 0 : people;
        } else {
            in = people(Key.IN, Key.OUT);
            out = people(Key.OUT, Key.IN);
        }
        return new Fact.Crossing(in, out, entrance, Fact.Kind.EVENT, 0);
    }

    private Fact window() {
        int in = people(Key.IN, Key.OUT);
        int out = people(Key.OUT, Key.IN);
        return new Fact.Crossing(in, out, fields.textOrNull(Key.ENTRANCE), Fact.Kind.INTERVAL, spanMillis());
    }

    /** How long the window was; 0, which claims nothing, where the message does not say. */
    private long spanMillis() {
        long span = -1;
        if (mapping.place(Key.SPAN) instanceof Place.Fixed fixed) {
            span = Spans.fixedMillis(fixed.text());
        } else {
            span = fields.millis(Key.SPAN, Key.SPAN_UNIT);
        }
        Instant start = fields.time(Key.START);
        Instant end = fields.time(Key.TIME);
        if (start != null && end != null) {
            span = Duration.between(start, end).toMillis();
            if (span < 0) {
                fields.wrong(Key.START, "must not be after time");
            }
        }
        return span < 0 || span > LONGEST_WINDOW.toMillis() ? 0 : span;
    }

    private Fact counter(long in, long out, boolean directional) {
        BigDecimal modulus = Numbers.of(mapping.text(Key.WIDTH));
        long width = modulus == null ? 0 : modulus.longValue();
        if (width > 0 && (in >= width || out >= width)) {
            fields.wrong(
                    !directional ? Key.VALUE : in >= width ? Key.IN : Key.OUT, "must be below width [" + width + "]");
        }
        return new Fact.Counter(in, out, fields.textOrNull(Key.BOOT), width, uptime(), directional);
    }

    private long uptime() {
        long millis = fields.millis(Key.UPTIME, Key.UPTIME_UNIT);
        return millis < 0 ? -1 : millis / 1000;
    }

    /** Presence is a level of one or none. */
    private Fact zone() {
        String word = fields.word(Key.VALUE);
        int count = word.equals("true") ? 1 : word.equals("false") ? 0 : (int) fields.count(Key.VALUE, MOST);
        return new Fact.ZoneLevel(fields.text(Key.ZONE), count);
    }

    private @Nullable Fact sighting() {
        String mac = MacAddress.normalise(fields.word(Key.MAC));
        if (mac == null) {
            fields.wrongUnseen(Key.MAC, "must be 12 hex digits, with or without separators");
        }
        BigDecimal rssi = fields.number(Key.RSSI);
        int level = rssi == null ? 0 : rssi.intValue();
        if (rssi != null && (rssi.abs().compareTo(BigDecimal.valueOf(127)) > 0)) {
            fields.wrong(Key.RSSI, "must be -127 to 127 dBm");
        }
        return mac != null && fields.ok() ? new Fact.Sighting(new Identity.Raw(mac), level, 0, -1, 0) : null;
    }

    private Fact vehicle() {
        Identity plate = fields.has(Key.PLATE) ? Plate.of(fields.textOrNull(Key.PLATE)) : null;
        return new Fact.Vehicle(direction(), plate, fields.textOrNull(Key.CAR_PARK));
    }

    private Fact.Direction direction() {
        String word = fields.word(Key.DIRECTION);
        if (mapping.list(Key.OUT_VALUES).contains(word)) {
            return Fact.Direction.OUT;
        }
        if (!mapping.list(Key.IN_VALUES).contains(word)) {
            fields.wrong(Key.DIRECTION, "must be one of in-values or out-values");
        }
        return Fact.Direction.IN;
    }

    private boolean occupied() {
        return mapping.list(Key.OCCUPIED_VALUES).contains(fields.word(Key.OCCUPIED));
    }

    private Fact sale() {
        int transactions = (int) fields.count(Key.TRANSACTIONS, MOST);
        BigDecimal amount = fields.number(Key.AMOUNT);
        if (amount != null && amount.abs().compareTo(LARGEST_AMOUNT) >= 0) {
            fields.wrong(Key.AMOUNT, "must be below " + LARGEST_AMOUNT.toPlainString());
        }
        return new Fact.Sale(transactions, amount == null ? BigDecimal.ZERO : amount);
    }

    private Fact heartbeat() {
        BigDecimal battery = fields.has(Key.BATTERY) ? fields.number(Key.BATTERY) : null;
        double level = battery == null ? Double.NaN : battery.doubleValue();
        long uptime = uptime();
        return uptime < 0 && Double.isNaN(level) ? Fact.Heartbeat.BARE : new Fact.Heartbeat(uptime, level);
    }
}
