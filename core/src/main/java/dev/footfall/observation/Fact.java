// long because: the closed set of what can be observed stays in one file
package dev.footfall.observation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was observed, without who said it and when. The cases are the types of the native message format, plus {@link
 * Presence} for cameras that name zones but give no positions. All are immutable; arrays handed in are not copied.
 */
public sealed interface Fact {

    /** Length in milliseconds of the window that ends at the observation's time; 0 for anything else than a window's count. */
    default long spanMillis() {
        return 0;
    }

    /** The same fact with another identity, for the facts that are about somebody. */
    default Fact renamed(UnaryOperator<Identity> naming) {
        return this;
    }

    /** Whom the fact is about: a device's address, a plate. Null for the facts that are about nobody. */
    default @Nullable Identity identity() {
        return null;
    }

    /** How a crossing count came about; one person described twice by one device counts once, the preferred kind wins. */
    enum Kind {
        /** Sent at the moment of a crossing. */
        EVENT,
        /** The count of a time window, sent at its end. */
        INTERVAL,
        /**
         * Seen by the device's tracker at the moment of a crossing; the device may count the same person again on another of
         * its lines. Counts only where nothing else of the sensor does. Last, for the journal keeps the place.
         */
        SEEN
    }

    /**
     * People who crossed a line.
     *
     * @param in people inward
     * @param out people outward
     * @param entrance the entrance named by the message, or null for the sensor's own
     * @param kind whether this is an event or the count of a window
     * @param spanMillis length in milliseconds of the window that ends at the observation's time; 0 for an event
     */
    record Crossing(int in, int out, @Nullable String entrance, Kind kind, long spanMillis) implements Fact {
        public Crossing {
            notNegative("in", in);
            notNegative("out", out);
            notNegative("span", spanMillis);
            requireNonNull(kind, "kind");
        }

        /** A crossing at one moment through the sensor's own entrance. */
        public static Crossing event(int in, int out) {
            return new Crossing(in, out, null, Kind.EVENT, 0);
        }

        /** The count of a window of the given length that ends at the observation's time. */
        public static Crossing interval(int in, int out, long spanMillis) {
            return new Crossing(in, out, null, Kind.INTERVAL, spanMillis);
        }
    }

    /**
     * A cumulative counter's reading.
     *
     * @param inTotal people inward since the counter's zero
     * @param outTotal people outward since the counter's zero
     * @param boot identity of the device's run; a change is a restart. Null if the device does not say
     * @param width the modulus at which the counter wraps (65536 for 16 bits), 0 if unknown
     * @param uptimeSeconds seconds since the device started, −1 if unknown; a drop is a restart
     * @param directional false for a plain beam that counts breaks: {@code inTotal} holds them, {@code outTotal} is 0
     */
    record Counter(
            long inTotal, long outTotal, @Nullable String boot, long width, long uptimeSeconds, boolean directional)
            implements Fact {
        public Counter {
            notNegative("in_total", inTotal);
            notNegative("out_total", outTotal);
            notNegative("width", width);
        }

        public static Counter of(long inTotal, long outTotal) {
            return new Counter(inTotal, outTotal, null, 0, -1, true);
        }
    }

    /**
     * A radio device heard once.
     *
     * @param device its address, or what admission made of it
     * @param rssi received signal strength in dBm, {@link #NO_RSSI} if unknown
     * @param channel radio channel, 0 if unknown
     * @param seq 802.11 sequence number, −1 if unknown
     * @param fingerprint hash of the frame's information elements, 0 if there was no frame
     */
    record Sighting(Identity device, int rssi, int channel, int seq, long fingerprint) implements Fact {
        /** Strength unknown, by the convention of the Bluetooth controller interface. */
        public static final int NO_RSSI = 127;

        public Sighting {
            requireNonNull(device, "device");
            if (rssi < -127 || rssi > 127) {
                throw new IllegalArgumentException("rssi [" + rssi + "] must be -127 to 127 dBm");
            }
        }

        @Override
        public Fact renamed(UnaryOperator<Identity> naming) {
            return new Sighting(naming.apply(device), rssi, channel, seq, fingerprint);
        }

        @Override
        public Identity identity() {
            return device;
        }
    }

    /** One fix of a tracked person, in metres on the floor plan (origin top left). {@code track} is the tracker's own id. */
    record Position(String track, double x, double y) implements Fact {
        public Position {
            requireNonNull(track, "track");
            finite("x", x);
            finite("y", y);
        }
    }

    /**
     * A tracked person's zones at a moment, from a camera that knows zones but not metres.
     *
     * @param track the tracker's own id
     * @param zones the zones the person is in now, in the device's names; empty outside all zones
     * @param ended true if the track is over
     */
    record Presence(String track, List<String> zones, boolean ended) implements Fact {
        public Presence {
            requireNonNull(track, "track");
            zones = List.copyOf(zones);
        }
    }

    /** People in a zone now, a level that holds until the next. {@code zone} is the device's name for it. */
    record ZoneLevel(String zone, int count) implements Fact {
        public ZoneLevel {
            requireNonNull(zone, "zone");
            notNegative("count", count);
        }
    }

    /** A vehicle through a gate. {@code carPark} null means the sensor's own. */
    record Vehicle(
            Direction direction,
            @Nullable Identity plate,
            @Nullable String carPark) implements Fact {
        public Vehicle {
            requireNonNull(direction, "direction");
        }

        @Override
        public Fact renamed(UnaryOperator<Identity> naming) {
            return plate == null ? this : new Vehicle(direction, naming.apply(plate), carPark);
        }

        @Override
        public @Nullable Identity identity() {
            return plate;
        }
    }

    /** Which way a vehicle went. */
    enum Direction {
        IN,
        OUT
    }

    /** Vehicles in a car park now. */
    record Parked(int count, @Nullable String carPark) implements Fact {
        public Parked {
            notNegative("count", count);
        }
    }

    /** One parking bay, taken or free. */
    record Bay(String bay, boolean occupied) implements Fact {
        public Bay {
            requireNonNull(bay, "bay");
        }
    }

    /** Point-of-sale figures since the last such message; {@code amount} in the store's currency. */
    record Sale(int transactions, BigDecimal amount) implements Fact {
        public Sale {
            notNegative("transactions", transactions);
            requireNonNull(amount, "amount");
        }
    }

    /** Staff in the store now. */
    record Staff(int count) implements Fact {
        public Staff {
            notNegative("count", count);
        }
    }

    /**
     * The same, but about staff. A crossing or a counter tells how many of the people whom the sensor counts at the same line
     * are staff; it is told beside the count of all. A position is that of a member of staff.
     */
    record OfStaff(Fact said) implements Fact {
        public OfStaff {
            if (!(said instanceof Crossing || said instanceof Counter || said instanceof Position)) {
                throw new IllegalArgumentException(
                        "staff are told apart in crossings, counters and positions, not in " + said);
            }
        }

        @Override
        public long spanMillis() {
            return said.spanMillis();
        }
    }

    /**
     * Somebody who lets themselves be known again came in, as a loyalty card or a login of another system tells. Lives between a
     * driver and admission only, which leaves a {@link Known} of it.
     *
     * @param who their identifier
     * @param consent true if their consent is on record; false takes it back
     */
    record Member(Identity who, boolean consent) implements Fact {
        public Member {
            requireNonNull(who, "who");
        }

        @Override
        public Fact renamed(UnaryOperator<Identity> naming) {
            return new Member(naming.apply(who), consent);
        }

        @Override
        public Identity identity() {
            return who;
        }
    }

    /** Somebody who can be known again came in; who it was cannot be told from it. */
    record Known(Before before) implements Fact {
        public Known {
            requireNonNull(before, "before");
        }
    }

    /** When somebody was here before, within the look-back. */
    enum Before {
        NEVER,
        SAME_DAY,
        EARLIER_DAY;

        private final String wireName =
                name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

        public String wireName() {
            return wireName;
        }
    }

    /** A sign of life: no traffic is being claimed, only that the sensor watches. Uptime −1 and battery NaN if unknown. */
    record Heartbeat(long uptimeSeconds, double battery) implements Fact {
        /** A bare sign of life. */
        public static final Heartbeat BARE = new Heartbeat(-1, Double.NaN);
    }

    /**
     * What a light beam's line said; the observation's line is {@code outer} or {@code inner}.
     *
     * @param count edges, for {@link Signal#LOST}; otherwise 1
     */
    record Beam(Signal signal, int count) implements Fact {
        public Beam {
            requireNonNull(signal, "signal");
            notNegative("count", count);
        }

        public static Beam of(Signal signal) {
            return new Beam(signal, 1);
        }
    }

    /** What can be said of a light beam. */
    enum Signal {
        /** Something came into the beam. */
        BROKEN,
        /** The beam is free again. */
        CLEAR,
        /** The beam was broken when watching began. */
        FOUND_BROKEN,
        /** The beam was free when watching began. */
        FOUND_CLEAR,
        /** Changes are known to have been lost. */
        LOST;

        private final String wireName =
                name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

        public String wireName() {
            return wireName;
        }
    }

    /** The sensor or its last will says it is gone. */
    record Offline() implements Fact {}

    private static void notNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " [" + value + "] must not be negative");
        }
    }

    private static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " [" + value + "] must be a finite number of metres");
        }
    }
}
