package dev.footfall.gateway.journal;

import dev.footfall.gateway.api.StoredAlert;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What is to be told of exceptions, in the order in which it was found, with a cursor for each of those who are told. Written
 * by the commits that hold the exceptions; reads have a connection of their own.
 */
public final class AlertNews implements AutoCloseable {
    private static final String AFTER = "SELECT " + AlertTable.FIELDS + ", seq, event, recorded_at"
            + " FROM alert_news JOIN alert ON alert.id = alert_news.alert"
            + " WHERE seq > coalesce((SELECT seq FROM webhook_cursor WHERE target=?), 0) ORDER BY seq LIMIT ?";
    private static final String WAITING = "SELECT count(*) FROM alert_news"
            + " WHERE seq > coalesce((SELECT seq FROM webhook_cursor WHERE target=?), 0)";
    private static final String BEGIN =
            "INSERT OR IGNORE INTO webhook_cursor SELECT ?, coalesce(max(seq), 0) FROM alert_news";
    private static final String CONFIRM = "UPDATE webhook_cursor SET seq=? WHERE target=? AND seq<?";

    private final Journal journal;
    private final JournalReader reader;

    /** What happened to an exception. */
    public enum Event {
        RAISED,
        ENDED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Event parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * One piece of news; the exception is as it is now, not as it was then.
     *
     * @param recordedAt when it was committed
     */
    public record Entry(long seq, Event event, Instant recordedAt, StoredAlert alert) {

        /** When it happened: an exception may be found in data that came days late. */
        public Instant at() {
            return switch (event) {
                case RAISED -> alert.alert().raisedAt();
                case ENDED -> recordedAt;
            };
        }
    }

    public AlertNews(Journal journal) {
        this.journal = journal;
        this.reader = JournalReader.openFile(journal.database());
    }

    /** Somebody who was never told anything is told what is found from now on. */
    public void begin(String target) {
        change(BEGIN, s -> s.setString(1, target));
    }

    /** What this one has not been told yet, oldest first. */
    public List<Entry> waiting(String target, int limit) {
        return reader.list(
                AFTER,
                s -> {
                    s.setString(1, target);
                    s.setInt(2, limit);
                },
                r -> new Entry(
                        r.getLong(17),
                        Event.parse(r.getString(18)),
                        Instant.ofEpochMilli(r.getLong(19)),
                        AlertTable.row(r)));
    }

    public long count(String target) {
        return reader.list(WAITING, s -> s.setString(1, target), r -> r.getLong(1))
                .getFirst();
    }

    /** This one has been told everything up to here. */
    public void confirm(String target, long upTo) {
        change(CONFIRM, s -> {
            s.setLong(1, upTo);
            s.setString(2, target);
            s.setLong(3, upTo);
        });
    }

    private void change(String sql, JournalReader.Binder binder) {
        journal.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binder.bind(statement);
                statement.executeUpdate();
            }
        });
    }

    @Override
    public void close() {
        reader.close();
    }
}
