package dev.footfall.gateway.journal;

import dev.footfall.gateway.api.Audit;
import dev.footfall.measurement.Scope;
import dev.footfall.time.Window;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts by hand. Reads by the reader it is given, which serves one caller at a time. */
public final class AuditTable {
    private static final String SELECT = """
            SELECT id, scope, start, "end", counted_in, counted_out, owner, note, recorded_at, sensor_in, sensor_out, settled
            FROM audit""";
    private static final String ADD = "INSERT OR IGNORE INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, 0)";
    private static final String TELL = "UPDATE audit SET sensor_in=?, sensor_out=?, settled=? WHERE id=?";

    private final Journal journal;
    private final JournalReader reader;

    public AuditTable(Journal journal, JournalReader reader) {
        this.journal = journal;
        this.reader = reader;
    }

    /** Keeps it, unless its id is known. */
    public void add(Audit audit, Instant now) {
        journal.change(connection -> {
            try (PreparedStatement put = connection.prepareStatement(ADD)) {
                put.setString(1, audit.id());
                put.setString(2, audit.scope().wireName());
                put.setLong(3, audit.window().start().toEpochMilli());
                put.setLong(4, audit.window().end().toEpochMilli());
                put.setInt(5, audit.in());
                put.setInt(6, audit.out());
                put.setString(7, audit.owner());
                put.setString(8, audit.note());
                put.setLong(9, now.toEpochMilli());
                put.executeUpdate();
            }
        });
    }

    /** What the sensors told of its time, as far as is known now. */
    public void tell(String id, Audit.Told told) {
        journal.change(connection -> {
            try (PreparedStatement put = connection.prepareStatement(TELL)) {
                number(put, 1, told.in());
                number(put, 2, told.out());
                put.setInt(3, told.settled() ? 1 : 0);
                put.setString(4, id);
                put.executeUpdate();
            }
        });
    }

    public Optional<Audit.Judged> find(String id) {
        return reader.list(SELECT + " WHERE id=?", s -> s.setString(1, id), AuditTable::row).stream()
                .findFirst();
    }

    /** The newest, by when the counting began. */
    public List<Audit.Judged> newest(int limit) {
        return reader.list(SELECT + " ORDER BY start DESC, id LIMIT ?", s -> s.setInt(1, limit), AuditTable::row);
    }

    private static Audit.Judged row(ResultSet row) throws SQLException {
        Audit audit = new Audit(
                row.getString(1),
                Scope.parse(row.getString(2)).orElseThrow(),
                new Window(Instant.ofEpochMilli(row.getLong(3)), Instant.ofEpochMilli(row.getLong(4))),
                row.getInt(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8));
        return new Audit.Judged(
                audit,
                Instant.ofEpochMilli(row.getLong(9)),
                new Audit.Told(number(row, 10), number(row, 11), row.getInt(12) == 1));
    }

    private static void number(PreparedStatement put, int index, @Nullable Double value) throws SQLException {
        if (value == null) {
            put.setNull(index, Types.REAL);
        } else {
            put.setDouble(index, value);
        }
    }

    private static @Nullable Double number(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return row.wasNull() ? null : value;
    }
}
