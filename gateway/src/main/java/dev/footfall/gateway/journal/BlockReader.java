package dev.footfall.gateway.journal;

import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Unpacks what {@link BlockWriter} packed. */
final class BlockReader {
    private static final int CRC_BYTES = 4;

    private final byte[] bytes;
    private final int end;
    private final List<String> strings = new ArrayList<>();
    private final Map<String, SensorId> sensors = new HashMap<>();
    private int at;
    private long lastMillis;

    /** @throws DamagedBlock if the checksum or version is wrong */
    BlockReader(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length - CRC_BYTES;
        if (end < 1 || checksum() != storedChecksum()) {
            throw new DamagedBlock("checksum differs over " + bytes.length + " bytes");
        }
        int version = bytes[at++];
        if (version != BlockWriter.VERSION) {
            throw new DamagedBlock("version [" + version + "] is not known");
        }
    }

    /** A block that cannot be trusted. */
    static final class DamagedBlock extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DamagedBlock(String message) {
            super(message);
        }
    }

    /** Hands every observation of the block to the sink, in the order they were written. */
    void read(ObservationSink sink) {
        while (at < end) {
            int tag = bytes[at++] & 0xFF;
            int flags = bytes[at++] & 0xFF;
            SensorId sensor = sensors.computeIfAbsent(string(), SensorId::new);
            lastMillis += signed();
            long key = (tag & BlockWriter.HAS_KEY) != 0 ? fixed() : 0;
            String line = (tag & BlockWriter.HAS_LINE) != 0 ? string() : "";
            Fact fact = fact(FactTag.ALL[tag & 0x3F]);
            sink.accept(new Observation(sensor, Instant.ofEpochMilli(lastMillis), line, flags, fact), key);
        }
    }

    private Fact fact(FactTag tag) {
        return switch (tag) {
            case CROSSING ->
                new Fact.Crossing(count(), count(), optional(), Fact.Kind.values()[bytes[at++]], unsigned());
            case COUNTER -> new Fact.Counter(unsigned(), unsigned(), optional(), unsigned(), signed(), bool());
            case SIGHTING ->
                new Fact.Sighting(identity(), bytes[at++], (int) signed(), (int) signed(), bool() ? fixed() : 0);
            case POSITION ->
                new Fact.Position(string(), Double.longBitsToDouble(fixed()), Double.longBitsToDouble(fixed()));
            case PRESENCE -> presence();
            case ZONE_LEVEL -> new Fact.ZoneLevel(string(), count());
            case VEHICLE ->
                new Fact.Vehicle(Fact.Direction.values()[bytes[at++]], bool() ? identity() : null, optional());
            case PARKED -> new Fact.Parked(count(), optional());
            case BAY -> new Fact.Bay(string(), bool());
            case SALE -> new Fact.Sale(count(), new BigDecimal(string()));
            case STAFF -> new Fact.Staff(count());
            case HEARTBEAT -> new Fact.Heartbeat(signed(), Double.longBitsToDouble(fixed()));
            case OFFLINE -> new Fact.Offline();
            case KNOWN -> new Fact.Known(Fact.Before.values()[bytes[at++]]);
            case OF_STAFF -> new Fact.OfStaff(fact(FactTag.ALL[bytes[at++]]));
            case BEAM -> new Fact.Beam(Fact.Signal.values()[bytes[at++]], count());
        };
    }

    private Fact presence() {
        String track = string();
        int zones = count();
        List<String> names = new ArrayList<>(zones);
        for (int i = 0; i < zones; i++) {
            names.add(string());
        }
        return new Fact.Presence(track, names, bool());
    }

    private Identity identity() {
        boolean randomised = bool();
        return new Identity.Pseudonym(fixed(), randomised);
    }

    private @Nullable String optional() {
        return unsigned() == 0 ? null : string();
    }

    private String string() {
        int number = count();
        if (number > 0) {
            return strings.get(number - 1);
        }
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        strings.add(text);
        return text;
    }

    private boolean bool() {
        return bytes[at++] != 0;
    }

    private int count() {
        return Math.toIntExact(unsigned());
    }

    private long signed() {
        long raw = unsigned();
        return (raw >>> 1) ^ -(raw & 1);
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private long fixed() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            value |= (bytes[at++] & 0xFFL) << shift;
        }
        return value;
    }

    private long checksum() {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, end);
        return crc.getValue();
    }

    private long storedChecksum() {
        long sum = 0;
        for (int i = 0; i < CRC_BYTES; i++) {
            sum |= (bytes[end + i] & 0xFFL) << (8 * i);
        }
        return sum;
    }
}
