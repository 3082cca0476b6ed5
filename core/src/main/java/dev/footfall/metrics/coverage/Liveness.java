package dev.footfall.metrics.coverage;

import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.observation.SensorId;
import java.util.BitSet;
import java.util.Comparator;
import java.util.OptionalInt;

/**
 * When one sensor was live: for twice its expected interval after every message, unless it said that it is gone. Kept by
 * the second, whatever the order of arrival; within one second a farewell outweighs a sign of life.
 */
public final class Liveness implements Life {
    /** For sets whose order must not depend on who spoke first. */
    public static final Comparator<Liveness> BY_SENSOR =
            Comparator.comparing(life -> life.sensor().value());

    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final SensorId sensor;
    private final DaySeconds day;
    private final Dirty dirty;
    private final int holdsSeconds;
    private final BitSet alive;
    private final BitSet gone = new BitSet();
    private final BitSet byArrival = new BitSet();
    private int carriedAlive = NEVER;

    /** @param holdsSeconds how long one message proves life */
    public Liveness(SensorId sensor, DaySeconds day, Dirty dirty, long holdsSeconds) {
        this.sensor = sensor;
        this.day = day;
        this.dirty = dirty;
        this.holdsSeconds = (int) Math.max(1, Math.min(holdsSeconds, 7 * 86_400));
        this.alive = new BitSet(day.end());
    }

    @Override
    public SensorId sensor() {
        return sensor;
    }

    public long holdsMillis() {
        return holdsSeconds * 1000L;
    }

    /** A message at the day's millisecond; a negative time is carried over from the day before. */
    public void heard(long millis) {
        long second = Math.floorDiv(millis, 1000L);
        if (second < day.first()) {
            carriedAlive = (int) Math.max(carriedAlive, second);
            dirty.ever(day.first());
        } else if (second < day.end() && !alive.get((int) second)) {
            alive.set((int) second);
            dirty.echo((int) second, (int) Math.min(day.end() - 1L, second + holdsSeconds));
        }
    }

    /**
     * A message at the day's millisecond about the span before it: whoever can tell what happened in it was there.
     *
     * @param spanMillis length of the span, 0 for a message about its moment
     */
    public void heard(long millis, long spanMillis) {
        long from = Math.max(millis - spanMillis, day.first() * 1000L);
        for (long at = from; at < millis; at += holdsMillis()) {
            heard(at);
        }
        heard(millis);
    }

    /** The message at the day's millisecond told a time that cannot be right, so that its arrival counts. */
    public void datedByArrival(long millis) {
        byArrival.set(day.secondOf(millis));
    }

    @Override
    public boolean datedByArrival(int from, int to) {
        int second = byArrival.nextSetBit(from);
        return second >= 0 && second < to;
    }

    /** The sensor, or its last will, said that it is gone. */
    public void farewell(long millis) {
        int second = day.secondOf(millis);
        gone.set(second);
        dirty.echo(second, (int) Math.min(day.end() - 1L, (long) second + holdsSeconds));
    }

    @Override
    public void walk(int from, int to, Stretch stretch) {
        int at = from;
        while (at < to) {
            int heard = lastAlive(at);
            if (heard + holdsSeconds > at && !goneSince(heard, at)) {
                int end = lifeFrom(heard, at, to);
                stretch.live(at, end);
                at = end;
            } else {
                at = alive.nextSetBit(at + 1);
                if (at < 0) {
                    return;
                }
            }
        }
    }

    private boolean goneSince(int heard, int at) {
        int farewell = gone.previousSetBit(at);
        return farewell >= 0 && farewell >= heard;
    }

    private int lifeFrom(int heard, int at, int to) {
        int farewell = gone.nextSetBit(at + 1);
        int limit = farewell < 0 ? to : Math.min(to, farewell);
        long end = heard + (long) holdsSeconds;
        while (end < limit) {
            int again = lastAlive((int) end);
            if (again + (long) holdsSeconds <= end) {
                break;
            }
            end = again + (long) holdsSeconds;
        }
        return (int) Math.min(end, limit);
    }

    private int lastAlive(int second) {
        int heard = alive.previousSetBit(second);
        return heard < 0 ? carriedAlive : heard;
    }

    /** The second from which on it has been silent up to a moment at which it is; the day's first if it never lived. */
    public int silentSince(int second) {
        int heard = lastAlive(second);
        if (heard == NEVER) {
            return day.first();
        }
        int farewell = gone.nextSetBit(Math.max(0, heard));
        long end = heard + (long) holdsSeconds;
        return (int) Math.max(day.first(), farewell >= 0 ? Math.min(farewell, end) : end);
    }

    /** True if it was heard up to a second of this day, or lived on from the day before. */
    public boolean everHeard(int second) {
        return lastAlive(second) != NEVER;
    }

    /** The last message's second, negative if carried, if it still proves life at the day's end. */
    public OptionalInt lastHeardIfAliveAtEnd() {
        int last = day.end() - 1;
        return liveAt(last) ? OptionalInt.of(lastAlive(last)) : OptionalInt.empty();
    }
}
