package dev.footfall.gateway.journal;

import dev.footfall.gateway.api.Marker;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;

/** Event markers. Reads by the reader it is given, which serves one caller at a time. */
public final class MarkerTable {
    private final Journal journal;
    private final JournalReader reader;

    public MarkerTable(Journal journal, JournalReader reader) {
        this.journal = journal;
        this.reader = reader;
    }

    public Marker add(String name, LocalDate first, LocalDate last) {
        long[] id = new long[1];
        journal.change(connection -> {
            try (PreparedStatement put = connection.prepareStatement(
                    "INSERT INTO marker (name, first, last) VALUES (?, ?, ?) RETURNING id")) {
                put.setString(1, name);
                put.setLong(2, first.toEpochDay());
                put.setLong(3, last.toEpochDay());
                try (ResultSet added = put.executeQuery()) {
                    added.next();
                    id[0] = added.getLong(1);
                }
            }
        });
        return new Marker(id[0], name, first, last);
    }

    /** @return whether there was one */
    public boolean remove(long id) {
        boolean[] known = {false};
        journal.change(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM marker WHERE id=?")) {
                delete.setLong(1, id);
                known[0] = delete.executeUpdate() == 1;
            }
        });
        return known[0];
    }

    /** All, the latest first. */
    public List<Marker> all() {
        return reader.list(
                "SELECT id, name, first, last FROM marker ORDER BY first DESC, id DESC",
                ignored -> {},
                r -> new Marker(
                        r.getLong(1),
                        r.getString(2),
                        LocalDate.ofEpochDay(r.getLong(3)),
                        LocalDate.ofEpochDay(r.getLong(4))));
    }
}
