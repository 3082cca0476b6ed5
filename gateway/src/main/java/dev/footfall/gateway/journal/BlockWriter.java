package dev.footfall.gateway.journal;

import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Observation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Packs observations into a block: version, then one record each (tag, flags, strings by number, times as differences),
 * then a CRC-32C. About 20 bytes for a sighting. {@link BlockReader} is its mirror.
 */
final class BlockWriter {
    static final byte VERSION = 1;
    static final int HAS_KEY = 0x40;
    static final int HAS_LINE = 0x80;

    private final Map<String, Integer> strings = new HashMap<>();
    private byte[] bytes = new byte[1024];
    private int size;
    private int count;
    private long lastMillis;

    BlockWriter() {
        put(VERSION);
    }

    int count() {
        return count;
    }

    int size() {
        return size;
    }

    /** @param key identity of the fact or delivery for recognising repeats, 0 for none */
    void add(Observation observation, long key) {
        Fact fact = observation.fact();
        boolean hasLine = !observation.line().isEmpty();
        put(FactTag.of(fact).ordinal() | (key != 0 ? HAS_KEY : 0) | (hasLine ? HAS_LINE : 0));
        put(observation.flags());
        string(observation.sensor().value());
        long millis = observation.at().toEpochMilli();
        signed(millis - lastMillis);
        lastMillis = millis;
        if (key != 0) {
            fixed(key);
        }
        if (hasLine) {
            string(observation.line());
        }
        fact(fact);
        count++;
    }

    /** The finished block. */
    byte[] seal() {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, size);
        long sum = crc.getValue();
        for (int shift = 0; shift < 32; shift += 8) {
            put((int) (sum >>> shift));
        }
        return Arrays.copyOf(bytes, size);
    }

    private void fact(Fact fact) {
        switch (fact) {
            case Fact.Crossing f -> {
                unsigned(f.in());
                unsigned(f.out());
                optional(f.entrance());
                put(f.kind().ordinal());
                unsigned(f.spanMillis());
            }
            case Fact.Counter f -> {
                unsigned(f.inTotal());
                unsigned(f.outTotal());
                optional(f.boot());
                unsigned(f.width());
                signed(f.uptimeSeconds());
                put(f.directional() ? 1 : 0);
            }
            case Fact.Sighting f -> {
                identity(f.device());
                put(f.rssi());
                signed(f.channel());
                signed(f.seq());
                put(f.fingerprint() == 0 ? 0 : 1);
                if (f.fingerprint() != 0) {
                    fixed(f.fingerprint());
                }
            }
            case Fact.Position f -> {
                string(f.track());
                fixed(Double.doubleToLongBits(f.x()));
                fixed(Double.doubleToLongBits(f.y()));
            }
            case Fact.Presence f -> {
                string(f.track());
                unsigned(f.zones().size());
                f.zones().forEach(this::string);
                put(f.ended() ? 1 : 0);
            }
            case Fact.ZoneLevel f -> {
                string(f.zone());
                unsigned(f.count());
            }
            case Fact.Vehicle f -> {
                put(f.direction().ordinal());
                put(f.plate() == null ? 0 : 1);
                if (f.plate() != null) {
                    identity(f.plate());
                }
                optional(f.carPark());
            }
            case Fact.Parked f -> {
                unsigned(f.count());
                optional(f.carPark());
            }
            case Fact.Bay f -> {
                string(f.bay());
                put(f.occupied() ? 1 : 0);
            }
            case Fact.Sale f -> {
                unsigned(f.transactions());
                string(f.amount().toPlainString());
            }
            case Fact.Staff f -> unsigned(f.count());
            case Fact.Heartbeat f -> {
                signed(f.uptimeSeconds());
                fixed(Double.doubleToLongBits(f.battery()));
            }
            case Fact.Offline ignored -> {}
            case Fact.Known f -> put(f.before().ordinal());
            case Fact.Member ignored -> throw new IllegalStateException("who somebody is must never reach the journal");
            case Fact.OfStaff f -> {
                put(FactTag.of(f.said()).ordinal());
                fact(f.said());
            }
            case Fact.Beam f -> {
                put(f.signal().ordinal());
                unsigned(f.count());
            }
        }
    }

    private void identity(Identity identity) {
        switch (identity) {
            case Identity.Pseudonym p -> {
                put(p.randomised() ? 1 : 0);
                fixed(p.hash());
            }
            case Identity.Raw ignored -> throw new IllegalStateException("a raw identity must never reach the journal");
        }
    }

    private void optional(@Nullable String text) {
        if (text == null) {
            unsigned(0);
        } else {
            unsigned(1);
            string(text);
        }
    }

    private void string(String text) {
        Integer known = strings.get(text);
        if (known != null) {
            unsigned(known);
            return;
        }
        strings.put(text, strings.size() + 1);
        unsigned(0);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    private void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    private void unsigned(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void fixed(long value) {
        room(8);
        for (int shift = 0; shift < 64; shift += 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    private void put(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    private void room(int needed) {
        if (size + needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + needed, bytes.length * 2));
        }
    }
}
