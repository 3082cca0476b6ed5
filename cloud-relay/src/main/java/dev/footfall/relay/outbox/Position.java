package dev.footfall.relay.outbox;

import java.util.Comparator;

/**
 * A place in the outbox: everything up to and including this entry. Positions order by epoch, then sequence number.
 *
 * @param epoch number of the database's life; a new or restored database has a greater one than all before it in the
 *     same outbox
 * @param seq sequence number within the epoch; the first entry is 1, 0 is the place before it
 */
public record Position(long epoch, long seq) implements Comparable<Position> {

    /** Before everything. */
    public static final Position START = new Position(0, 0);

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::epoch).thenComparingLong(Position::seq);

    public Position {
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch [" + epoch + "] must not be negative");
        }
        if (seq < 0) {
            throw new IllegalArgumentException("seq [" + seq + "] must not be negative");
        }
    }

    public boolean isAfter(Position other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** As it stands in logs and event ids: {@code epoch/seq}. */
    @Override
    public String toString() {
        return epoch + "/" + seq;
    }
}
