package dev.footfall.gateway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What may be forgotten, and when. Measurements and the ledger are kept. */
final class Pruning {
    private static final Duration UNSENT_KEPT = Duration.ofDays(90);

    private Pruning() {}

    static void prune(Connection connection, LocalDate keepFrom, long maxBytes, List<String> targets, Instant now)
            throws SQLException {
        try (PreparedStatement blocks = connection.prepareStatement("DELETE FROM block WHERE day < ?")) {
            blocks.setLong(1, keepFrom.toEpochDay());
            blocks.executeUpdate();
        }
        withinBudget(connection, maxBytes);
        if (targets.isEmpty()) {
            try (PreparedStatement old = connection.prepareStatement("DELETE FROM outbox WHERE recorded_at < ?")) {
                old.setLong(1, now.minus(UNSENT_KEPT).toEpochMilli());
                old.executeUpdate();
            }
        } else {
            deliveredEverywhere(connection, Set.copyOf(targets));
        }
    }

    /** The newest two days stay whatever they take: they are still being folded. */
    private static void withinBudget(Connection connection, long maxBytes) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM block WHERE day IN (
                  SELECT day FROM (
                    SELECT day, sum(sum(length(data))) OVER (ORDER BY day DESC) AS upto,
                      row_number() OVER (ORDER BY day DESC) AS age
                    FROM block GROUP BY day)
                  WHERE upto > ? AND age > 2)""")) {
            delete.setLong(1, maxBytes);
            delete.executeUpdate();
        }
    }

    private static void deliveredEverywhere(Connection connection, Set<String> targets) throws SQLException {
        long epoch = Long.MAX_VALUE;
        long seq = Long.MAX_VALUE;
        int seen = 0;
        try (PreparedStatement cursors = connection.prepareStatement("SELECT target, epoch, seq FROM relay_cursor");
                ResultSet result = cursors.executeQuery()) {
            while (result.next()) {
                if (targets.contains(result.getString(1))) {
                    seen++;
                    if (result.getLong(2) < epoch || (result.getLong(2) == epoch && result.getLong(3) < seq)) {
                        epoch = result.getLong(2);
                        seq = result.getLong(3);
                    }
                }
            }
        }
        if (seen == targets.size()) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM outbox WHERE (epoch, seq) <= (?, ?)")) {
                delete.setLong(1, epoch);
                delete.setLong(2, seq);
                delete.executeUpdate();
            }
        }
    }
}
