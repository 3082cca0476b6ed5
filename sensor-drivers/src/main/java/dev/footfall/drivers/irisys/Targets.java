package dev.footfall.drivers.irisys;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.lines.PlanPlace;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code targets}: who is where, fifteen frames a second, little-endian: a type byte, milliseconds, and per target an id, flags
 * and three coordinates in metres.
 */
final class Targets {
    private static final int HEAD = 9;
    private static final int TARGET = 15;
    /** More people than one sensor can see. */
    private static final int LONGEST = HEAD + 1000 * TARGET;

    private static final int STAFF = 0x20;
    private static final long YEAR_2000 = 946_684_800_000L;
    private static final long YEAR_2100 = 4_102_444_800_000L;
    private static final double FARTHEST_M = 1000;

    private Targets() {}

    /** True for bytes of this shape with a time of our century, which no text has. */
    static boolean fits(byte[] payload) {
        if (payload.length < HEAD || payload.length > LONGEST || (payload.length - HEAD) % TARGET != 0) {
            return false;
        }
        long millis = bytes(payload).getLong(1);
        return millis >= YEAR_2000 && millis < YEAR_2100;
    }

    /** The same, and at least one target whose place could be one. */
    static boolean recognise(byte[] payload) {
        if (!fits(payload) || payload.length == HEAD) {
            return false;
        }
        ByteBuffer bytes = bytes(payload);
        for (int at = HEAD; at < payload.length; at += TARGET) {
            if (!near(bytes.getFloat(at + 3)) || !near(bytes.getFloat(at + 7))) {
                return false;
            }
        }
        return true;
    }

    static void decode(byte[] payload, @Nullable String device, DecodeContext context, ReadingList list) {
        PlanPlace place = PlanPlace.of(context, list);
        if (place == null) {
            return;
        }
        ByteBuffer bytes = bytes(payload);
        Instant at = Instant.ofEpochMilli(bytes.getLong(1));
        for (int target = HEAD; target < payload.length; target += TARGET) {
            int id = bytes.getShort(target) & 0xffff;
            float x = bytes.getFloat(target + 3);
            float y = bytes.getFloat(target + 7);
            boolean staff = (bytes.get(target + 2) & STAFF) != 0;
            if (near(x) && near(y)) {
                String track = Integer.toString(id);
                Fact fix = place.position(track, x, y);
                Fact told = staff ? new Fact.OfStaff(fix) : fix;
                list.add(new Reading(told, at, "", device + "|" + track + "|" + at));
            }
        }
    }

    private static boolean near(float metres) {
        return Math.abs(metres) < FARTHEST_M;
    }

    private static ByteBuffer bytes(byte[] payload) {
        return ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    }
}
