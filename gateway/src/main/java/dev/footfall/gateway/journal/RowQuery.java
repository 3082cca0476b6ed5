package dev.footfall.gateway.journal;

import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The query for measurement rows. */
record RowQuery(String text, List<String> names, Window window) {
    /** All, for a file that an older version wrote lacks the newest. */
    static final String COLUMNS = "SELECT measurement.* FROM measurement";

    private static final String BY_SPAN = COLUMNS + " WHERE start>=?1 AND start<?2";
    /**
     * Few rows of a long span: from one start to the next along the primary key, instead of reading everything between.
     * Another index would cost every commit.
     */
    private static final String BY_START = """
            WITH RECURSIVE begun (at) AS (
              SELECT min(start) FROM measurement WHERE start>=?1 AND start<?2
              UNION ALL
              SELECT (SELECT min(start) FROM measurement WHERE start>begun.at AND start<?2) FROM begun
              WHERE begun.at IS NOT NULL)
            SELECT measurement.* FROM begun CROSS JOIN measurement ON start=at WHERE true""";

    private static final int FEW = 50;

    static RowQuery of(MeasurementQuery query) {
        List<String> metrics = query.metrics().stream().map(Metric::wireName).toList();
        List<String> scopes = query.scopes().stream().map(Scope::wireName).toList();
        List<String> grains = query.grains().stream().map(Grain::wireName).toList();
        long named = (long) metrics.size() * scopes.size() * grains.size();
        String sql = (named > 0 && named <= FEW ? BY_START : BY_SPAN) + among("metric", metrics)
                + among("scope", scopes) + among("grain", grains) + " ORDER BY metric, scope, start, grain";
        List<String> names =
                Stream.of(metrics, scopes, grains).flatMap(List::stream).toList();
        return new RowQuery(sql, names, query.window());
    }

    private static String among(String column, List<String> values) {
        return values.isEmpty()
                ? ""
                : " AND " + column + " IN (" + String.join(",", Collections.nCopies(values.size(), "?")) + ")";
    }

    void bind(PreparedStatement statement) throws SQLException {
        statement.setLong(1, window.start().toEpochMilli());
        statement.setLong(2, window.end().toEpochMilli());
        for (int i = 0; i < names.size(); i++) {
            statement.setString(i + 3, names.get(i));
        }
    }
}
