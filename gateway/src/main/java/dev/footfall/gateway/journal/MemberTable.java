package dev.footfall.gateway.journal;

import dev.footfall.gateway.admission.Members;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people who consented to be known again: pseudonym and days. What is forgotten is overwritten in the file. */
public final class MemberTable implements AutoCloseable {
    private final PreparedStatement put;
    private final PreparedStatement forget;

    MemberTable(Connection connection) throws SQLException {
        this.put = connection.prepareStatement("INSERT OR REPLACE INTO member VALUES (?, ?, ?)");
        this.forget = connection.prepareStatement("DELETE FROM member WHERE pseudonym=?");
    }

    void keep(Map<Long, Members.@Nullable Days> members) throws SQLException {
        for (Map.Entry<Long, Members.@Nullable Days> entry : members.entrySet()) {
            Members.Days days = entry.getValue();
            if (days == null) {
                forget.setLong(1, entry.getKey());
                forget.executeUpdate();
            } else {
                put.setLong(1, entry.getKey());
                put.setLong(2, days.newest());
                put.setInt(3, days.before());
                put.executeUpdate();
            }
        }
    }

    /** Everybody who is kept. */
    public static List<Members.Kept> kept(JournalReader reader) {
        return reader.list(
                "SELECT pseudonym, newest, before FROM member",
                statement -> {},
                row -> new Members.Kept(row.getLong(1), new Members.Days(row.getLong(2), row.getInt(3))));
    }

    @Override
    public void close() throws SQLException {
        put.close();
        forget.close();
    }
}
