package dev.footfall.gateway.journal;

import dev.footfall.alert.Alert;
import dev.footfall.gateway.api.StoredAlert;
import dev.footfall.gateway.api.StoredAlert.Acknowledgement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.reason.Reason;
import dev.footfall.relay.wire.ReasonJson;
import dev.footfall.time.Window;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How exceptions are written and read. One that is found again keeps its acknowledgement. */
final class AlertTable {
    /** All, for a file that an older version wrote lacks the newest. */
    static final String FIELDS = "alert.*";

    static final String COLUMNS = "SELECT " + FIELDS + " FROM alert";
    private static final String PUT = """
            INSERT INTO alert (id, metric, scope, start, "end", value, low, high, kind, raised_at, reason, open,
              reasons)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET "end"=excluded."end", value=excluded.value, low=excluded.low, high=excluded.high,
              raised_at=excluded.raised_at, reason=excluded.reason, open=excluded.open,
              reasons=excluded.reasons""";
    private static final String TELL = "INSERT OR IGNORE INTO alert_news (alert, event, recorded_at) VALUES (?, ?, ?)";
    private static final String ACKNOWLEDGE = "UPDATE alert SET acknowledged_at=?, owner=?, note=? WHERE id=?";

    private static final int REASONS = 16;

    private final PreparedStatement put;
    private final PreparedStatement tell;

    AlertTable(Connection connection) throws SQLException {
        put = connection.prepareStatement(PUT);
        tell = connection.prepareStatement(TELL);
    }

    void put(Collection<Alert> alerts, long millis) throws SQLException {
        for (Alert alert : alerts) {
            put.setString(1, alert.id());
            put.setString(2, alert.metric().wireName());
            put.setString(3, alert.scope().wireName());
            put.setLong(4, alert.window().start().toEpochMilli());
            put.setLong(5, alert.window().end().toEpochMilli());
            number(6, alert.value());
            number(7, alert.low());
            number(8, alert.high());
            put.setString(9, alert.kind().wireName());
            put.setLong(10, alert.raisedAt().toEpochMilli());
            put.setString(11, alert.reason());
            put.setInt(12, alert.open() ? 1 : 0);
            put.setString(13, ReasonJson.text(alert.why()));
            put.executeUpdate();
            tell(alert.id(), AlertNews.Event.RAISED, millis);
            if (!alert.open()) {
                tell(alert.id(), AlertNews.Event.ENDED, millis);
            }
        }
    }

    /** News only the first time: what is found again, after a restart for example, has been told. */
    private void tell(String id, AlertNews.Event event, long millis) throws SQLException {
        tell.setString(1, id);
        tell.setString(2, event.wireName());
        tell.setLong(3, millis);
        tell.executeUpdate();
    }

    private void number(int index, @Nullable Double value) throws SQLException {
        if (value == null) {
            put.setNull(index, Types.REAL);
        } else {
            put.setDouble(index, value);
        }
    }

    static boolean acknowledge(Connection connection, String id, Acknowledgement by) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACKNOWLEDGE)) {
            statement.setLong(1, by.at().toEpochMilli());
            statement.setString(2, by.owner());
            statement.setString(3, by.note());
            statement.setString(4, id);
            return statement.executeUpdate() == 1;
        }
    }

    static StoredAlert row(ResultSet row) throws SQLException {
        Alert alert = new Alert(
                Metric.parse(row.getString(2)).orElseThrow(),
                Scope.parse(row.getString(3)).orElseThrow(),
                new Window(Instant.ofEpochMilli(row.getLong(4)), Instant.ofEpochMilli(row.getLong(5))),
                number(row, 6),
                number(row, 7),
                number(row, 8),
                Alert.Kind.valueOf(row.getString(9).toUpperCase(Locale.ROOT).replace('-', '_')),
                Instant.ofEpochMilli(row.getLong(10)),
                why(reasons(row), row.getString(11)),
                row.getInt(12) == 1);
        String owner = row.getString(14);
        return new StoredAlert(
                alert,
                owner == null
                        ? null
                        : new Acknowledgement(Instant.ofEpochMilli(row.getLong(13)), owner, row.getString(15)));
    }

    private static @Nullable String reasons(ResultSet row) throws SQLException {
        return row.getMetaData().getColumnCount() < REASONS ? null : row.getString(REASONS);
    }

    private static Reason why(@Nullable String reasons, String english) {
        Reason why = ReasonJson.read(reasons, english);
        return why == null ? new Reason.Told(english) : why;
    }

    private static @Nullable Double number(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return row.wasNull() ? null : value;
    }

    void close() throws SQLException {
        put.close();
        tell.close();
    }
}
