package dev.footfall.gateway.journal;

import dev.footfall.gateway.api.LedgerLine;
import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.api.SensorHealth.Refused;
import dev.footfall.gateway.api.StoredAlert;
import dev.footfall.measurement.Measurement;
import dev.footfall.metrics.calibration.CalibrationDay;
import dev.footfall.time.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * A read-only view of the database with a connection of its own; works beside a running gateway. Methods are
 * synchronised, so one reader serves one caller at a time.
 */
public final class JournalReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);

    private final Connection connection;

    private JournalReader(Connection connection) {
        this.connection = connection;
    }

    /** @throws JournalProblem if there is no readable database in the folder */
    public static JournalReader open(Path folder) {
        Path database = folder.resolve("footfall.db");
        if (!Files.isRegularFile(database)) {
            throw new JournalProblem("there is no database in [" + folder
                    + "]: name the data folder of a gateway or of a replay with --data");
        }
        return openFile(database);
    }

    static JournalReader openFile(Path database) {
        try {
            SQLiteConfig config = new SQLiteConfig();
            Connection connection = config.createConnection("jdbc:sqlite:" + database);
            Schema.readerSettings(connection);
            return new JournalReader(connection);
        } catch (SQLException e) {
            throw new JournalProblem("the database [" + database + "] cannot be read: " + e.getMessage(), e);
        }
    }

    public synchronized Optional<String> meta(String key) {
        return list("SELECT value FROM meta WHERE key=?", s -> s.setString(1, key), r -> r.getString(1)).stream()
                .findFirst();
    }

    /** Reads the database through; "ok", or what is damaged first. */
    public synchronized String check() {
        return list("PRAGMA quick_check(1)", ignored -> {}, r -> r.getString(1)).getFirst();
    }

    /** Business dates that have raw observations, oldest first. */
    public synchronized List<LocalDate> days() {
        return list(
                "SELECT DISTINCT day FROM block ORDER BY day", ignored -> {}, r -> LocalDate.ofEpochDay(r.getLong(1)));
    }

    public synchronized long observations(LocalDate day) {
        return list(
                        "SELECT coalesce(sum(observations), 0) FROM block WHERE day=?",
                        s -> s.setLong(1, day.toEpochDay()),
                        r -> r.getLong(1))
                .getFirst();
    }

    /** Hands over the day's observations in the order of their commits; damaged blocks are left out and reported. */
    public synchronized void day(LocalDate day, ObservationSink sink) {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT seq, data FROM block WHERE day=? ORDER BY seq")) {
            statement.setLong(1, day.toEpochDay());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    block(result.getLong(1), result.getBytes(2), sink);
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void block(long seq, byte[] data, ObservationSink sink) {
        try {
            new BlockReader(data).read(sink);
        } catch (BlockReader.DamagedBlock e) {
            LOG.error("Block {} is damaged and left out: {}", seq, e.getMessage());
        }
    }

    /** Hands over what was committed in the last moments before the newest commit, in order. */
    public synchronized void lastMoments(Duration moments, ObservationSink sink) {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT seq, data FROM block WHERE recorded_at >= (SELECT max(recorded_at) FROM block) - ? ORDER BY seq")) {
            statement.setLong(1, moments.toMillis());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    block(result.getLong(1), result.getBytes(2), sink);
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Latest revision of each row, ordered by metric, scope, start, grain. */
    public synchronized List<Measurement> measurements(MeasurementQuery query) {
        RowQuery sql = RowQuery.of(query);
        return list(sql.text(), sql::bind, new RowReader()::row);
    }

    /** Rows already published whose windows start in the span, running ones not included. */
    public synchronized List<Measurement> published(Window span) {
        return list(
                RowQuery.COLUMNS + " WHERE start>=? AND start<? AND open=0",
                s -> {
                    s.setLong(1, span.start().toEpochMilli());
                    s.setLong(2, span.end().toEpochMilli());
                },
                new RowReader()::row);
    }

    /** Rows published in the time before the newest, in the order of their ends. */
    public synchronized void recent(Duration time, Consumer<Measurement> sink) {
        RowReader rows = new RowReader();
        list(
                RowQuery.COLUMNS + " WHERE open=0 AND start >= (SELECT max(start) FROM measurement) - ?"
                        + " ORDER BY \"end\", grain, metric, scope",
                s -> s.setLong(1, time.toMillis()),
                r -> rows.give(r, sink));
    }

    /** Conservation figures per source for minutes that start in the span. */
    public synchronized List<LedgerLine> ledger(Window span) {
        Map<String, Map<String, Long>> sums = new LinkedHashMap<>();
        list(
                "SELECT source, fate, sum(messages) FROM ledger WHERE minute>=? AND minute<? GROUP BY 1, 2 ORDER BY 1",
                s -> {
                    s.setLong(1, Math.floorDiv(span.start().getEpochSecond(), 60L));
                    s.setLong(2, Math.ceilDiv(span.end().getEpochSecond(), 60L));
                },
                r -> sums.computeIfAbsent(r.getString(1), ignored -> new LinkedHashMap<>())
                        .put(r.getString(2), r.getLong(3)));
        return sums.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
    }

    private static LedgerLine line(String source, Map<String, Long> sums) {
        return new LedgerLine(
                source,
                sums.getOrDefault("received", 0L),
                sums.getOrDefault("counted", 0L),
                sums.getOrDefault("duplicate", 0L),
                sums.getOrDefault("rejected", 0L),
                sums.getOrDefault("shed", 0L),
                sums.getOrDefault("quarantined", 0L));
    }

    /** Messages of one sensor by fate, over the database's whole life. */
    public record SensorTally(String sensor, String fate, long messages) {}

    public synchronized List<SensorTally> sensorTallies() {
        return list(
                "SELECT sensor, fate, sum(messages) FROM ledger WHERE fate<>'received' GROUP BY 1, 2",
                ignored -> {},
                r -> new SensorTally(r.getString(1), r.getString(2), r.getLong(3)));
    }

    /** The newest refused payloads of a sensor, newest first. */
    public synchronized List<Refused> refused(String sensor, int limit) {
        return list(
                "SELECT at, address, code, reason, payload FROM refused WHERE sensor=? ORDER BY id DESC LIMIT ?",
                s -> {
                    s.setString(1, sensor);
                    s.setInt(2, limit);
                },
                r -> new Refused(
                        Instant.ofEpochMilli(r.getLong(1)),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5)));
    }

    /** Sensors that have refused payloads on record. */
    public synchronized List<String> sensorsWithRefusals() {
        return list("SELECT DISTINCT sensor FROM refused ORDER BY 1", ignored -> {}, r -> r.getString(1));
    }

    /** Sums of the closed days in [from, to), oldest first. */
    public synchronized List<Commit.DayTotal> dayTotals(LocalDate from, LocalDate to) {
        return list(
                "SELECT day, entrance, ins, outs, completeness FROM day_total WHERE day>=? AND day<? ORDER BY day, entrance",
                s -> {
                    s.setLong(1, from.toEpochDay());
                    s.setLong(2, to.toEpochDay());
                },
                r -> new Commit.DayTotal(
                        LocalDate.ofEpochDay(r.getLong(1)),
                        r.getString(2),
                        r.getDouble(3),
                        r.getDouble(4),
                        r.getDouble(5)));
    }

    /** Exceptions found in the span, oldest first. */
    public synchronized List<StoredAlert> alerts(Window span) {
        if (!has("alert")) {
            return List.of();
        }
        return list(
                AlertTable.COLUMNS + " WHERE raised_at>=? AND raised_at<? ORDER BY raised_at, id",
                s -> {
                    s.setLong(1, span.start().toEpochMilli());
                    s.setLong(2, span.end().toEpochMilli());
                },
                AlertTable::row);
    }

    /** Exceptions that are not over, newest first. */
    public synchronized List<StoredAlert> openAlerts(int limit) {
        return list(
                AlertTable.COLUMNS + " WHERE open=1 ORDER BY raised_at DESC, id LIMIT ?",
                s -> s.setInt(1, limit),
                AlertTable::row);
    }

    /** False for a database that an older version wrote and that this one has not opened yet. */
    private boolean has(String table) {
        return !list(
                        "SELECT 1 FROM sqlite_schema WHERE type='table' AND name=?",
                        s -> s.setString(1, table),
                        r -> r.getInt(1))
                .isEmpty();
    }

    /** What the newest days taught about WiFi, so many of them. */
    public synchronized List<CalibrationDay> calibrations(int days) {
        return list(
                "SELECT day, data FROM calibration ORDER BY day DESC LIMIT ?",
                s -> s.setInt(1, days),
                r -> CalibrationDay.of(LocalDate.ofEpochDay(r.getLong(1)), r.getBytes(2)));
    }

    interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    synchronized <T> List<T> list(String sql, Binder binder, Mapper<T> mapper) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(mapper.map(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the database could not be read: " + e.getMessage(), e);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("Closing a reader failed: {}", e.getMessage());
        }
    }
}
