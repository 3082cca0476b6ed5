package dev.footfall.metrics.grid;

import dev.footfall.time.BusinessDay;
import dev.footfall.time.Window;
import java.time.Instant;

/**
 * The seconds of one business day, numbered from the UTC-aligned quarter in which it starts, so that second / 900 is the
 * quarter. Milliseconds count from the same zero.
 */
public final class DaySeconds {
    public static final int QUARTER = 900;

    private final BusinessDay day;
    private final long zeroSecond;
    private final int first;
    private final int end;

    public DaySeconds(BusinessDay day) {
        this.day = day;
        long start = day.window().start().getEpochSecond();
        this.zeroSecond = Math.floorDiv(start, QUARTER) * QUARTER;
        this.first = Math.toIntExact(start - zeroSecond);
        this.end = Math.toIntExact(day.window().end().getEpochSecond() - zeroSecond);
    }

    public BusinessDay day() {
        return day;
    }

    /** The day's first second. */
    public int first() {
        return first;
    }

    /** The second after the day's last. */
    public int end() {
        return end;
    }

    public int quarters() {
        return (end + QUARTER - 1) / QUARTER;
    }

    /** Milliseconds from the day's zero; negative before it. */
    public long millis(Instant at) {
        return (at.getEpochSecond() - zeroSecond) * 1000 + at.getNano() / 1_000_000;
    }

    /** The second that holds the millisecond, moved to the day's first or last if outside. */
    public int secondOf(long millis) {
        long second = Math.floorDiv(millis, 1000L);
        return (int) Math.max(first, Math.min(end - 1L, second));
    }

    /** The instant's second, moved to the day's borders {@code first()} and {@code end()} if outside. */
    public int border(Instant at) {
        return (int) Math.max(first, Math.min(end, at.getEpochSecond() - zeroSecond));
    }

    public Instant instant(int second) {
        return Instant.ofEpochSecond(zeroSecond + second);
    }

    public Instant instantOfMillis(long millis) {
        return Instant.ofEpochSecond(zeroSecond).plusMillis(millis);
    }

    /** The quarter with the index, cut at the day's ends. */
    public Window quarter(int index) {
        return new Window(instant(Math.max(first, index * QUARTER)), instant(Math.min(end, (index + 1) * QUARTER)));
    }
}
