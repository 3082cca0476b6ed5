package dev.footfall.gateway.journal;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.reason.Reason;
import dev.footfall.relay.wire.ReasonJson;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one query in their order: neighbours often have the same reason, which is read once. */
final class RowReader {
    private static final int REASONS = 15;

    private @Nullable String lastReasons;
    private @Nullable String lastEnglish;
    private @Nullable Reason last;

    Measurement row(ResultSet row) throws SQLException {
        return new Measurement(
                Metric.parse(row.getString(1)).orElseThrow(),
                Scope.parse(row.getString(2)).orElseThrow(),
                Grain.parse(row.getString(3)).orElseThrow(),
                new Window(Instant.ofEpochMilli(row.getLong(4)), Instant.ofEpochMilli(row.getLong(5))),
                number(row, 6),
                number(row, 7),
                number(row, 8),
                row.getDouble(9),
                State.valueOf(row.getString(10).toUpperCase(Locale.ROOT)),
                why(reasons(row), row.getString(11)),
                Basis.valueOf(row.getString(12).toUpperCase(Locale.ROOT)),
                row.getInt(13));
    }

    /** Hands the row over; true, as every row has been. */
    boolean give(ResultSet row, Consumer<Measurement> sink) throws SQLException {
        sink.accept(row(row));
        return true;
    }

    private @Nullable Reason why(@Nullable String reasons, @Nullable String english) {
        if (!Objects.equals(reasons, lastReasons) || !Objects.equals(english, lastEnglish)) {
            last = ReasonJson.read(reasons, english);
            lastReasons = reasons;
            lastEnglish = english;
        }
        return last;
    }

    private static @Nullable String reasons(ResultSet row) throws SQLException {
        return row.getMetaData().getColumnCount() < REASONS ? null : row.getString(REASONS);
    }

    private static @Nullable Double number(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return row.wasNull() ? null : value;
    }
}
