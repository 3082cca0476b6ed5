package dev.footfall.gateway.journal;

import dev.footfall.measurement.Measurement;
import dev.footfall.metrics.calibration.CalibrationDay;
import dev.footfall.relay.wire.MeasurementJson;
import dev.footfall.relay.wire.ReasonJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writer's statements, prepared once. */
final class CommitStatements {
    private static final int REFUSED_KEPT = 1000;
    private static final String ADD_BLOCK =
            "INSERT INTO block (day, recorded_at, observations, data) VALUES (?, ?, ?, ?)";
    private static final String SUPERSEDE = """
            INSERT OR IGNORE INTO superseded
            SELECT metric, scope, grain, start, revision, value, state, ? FROM measurement
            WHERE start=? AND grain=? AND metric=? AND scope=? AND open=0 AND revision<?""";
    private static final String PUT_ROW = """
            INSERT INTO measurement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET "end"=excluded."end", value=excluded.value, low=excluded.low, high=excluded.high,
            completeness=excluded.completeness, state=excluded.state, reason=excluded.reason, basis=excluded.basis,
            revision=excluded.revision, open=excluded.open, reasons=excluded.reasons
            WHERE excluded.open=0 OR measurement.open=1""";
    private static final String ADD_OUTBOX = "INSERT INTO outbox VALUES (?, ?, ?, ?)";
    private static final String COUNT = """
            INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET messages=messages+excluded.messages""";
    private static final String REFUSE =
            "INSERT INTO refused (at, source, sensor, address, reason, payload, code) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String FORGET_REFUSED = "DELETE FROM refused WHERE id <= (SELECT max(id) FROM refused) - ?";
    private static final String PUT_TOTAL = "INSERT OR REPLACE INTO day_total VALUES (?, ?, ?, ?, ?)";

    private static final String PUT_CALIBRATION = "INSERT OR REPLACE INTO calibration VALUES (?, ?)";

    private final MeasurementJson json;
    private final long epoch;
    private long nextSeq;
    private long seqAfterCommit;
    private final PreparedStatement addBlock;
    private final PreparedStatement supersede;
    private final PreparedStatement putRow;
    private final PreparedStatement addOutbox;
    private final PreparedStatement count;
    private final PreparedStatement refuse;
    private final PreparedStatement forgetRefused;
    private final PreparedStatement putTotal;
    private final AlertTable alerts;
    private final MemberTable members;
    private final PreparedStatement putCalibration;

    CommitStatements(Connection connection, long epoch, String store, String currency) throws SQLException {
        this.json = new MeasurementJson(store, currency.isEmpty() ? null : currency);
        this.epoch = epoch;
        this.nextSeq = lastSeq(connection, epoch) + 1;
        this.seqAfterCommit = nextSeq;
        this.addBlock = connection.prepareStatement(ADD_BLOCK);
        this.supersede = connection.prepareStatement(SUPERSEDE);
        this.putRow = connection.prepareStatement(PUT_ROW);
        this.addOutbox = connection.prepareStatement(ADD_OUTBOX);
        this.count = connection.prepareStatement(COUNT);
        this.refuse = connection.prepareStatement(REFUSE);
        this.forgetRefused = connection.prepareStatement(FORGET_REFUSED);
        this.putTotal = connection.prepareStatement(PUT_TOTAL);
        this.alerts = new AlertTable(connection);
        this.members = new MemberTable(connection);
        this.putCalibration = connection.prepareStatement(PUT_CALIBRATION);
    }

    /** The last number given out, also when its row was delivered and deleted. */
    private static long lastSeq(Connection connection, long epoch) throws SQLException {
        try (PreparedStatement last = connection.prepareStatement("""
                SELECT max(seq) FROM (SELECT max(seq) AS seq FROM outbox WHERE epoch=?1
                UNION ALL SELECT max(seq) FROM relay_cursor WHERE epoch=?1)""")) {
            last.setLong(1, epoch);
            try (ResultSet result = last.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    /** @return about how many bytes this adds to the write-ahead log */
    long write(Commit commit, Instant now) throws SQLException {
        long bytes = 4096;
        long millis = now.toEpochMilli();
        for (Map.Entry<LocalDate, BlockWriter> entry : commit.blocks().entrySet()) {
            BlockWriter block = entry.getValue();
            addBlock.setLong(1, entry.getKey().toEpochDay());
            addBlock.setLong(2, millis);
            addBlock.setInt(3, block.count());
            addBlock.setBytes(4, block.seal());
            addBlock.executeUpdate();
            bytes += block.size() + 8192L;
        }
        for (Measurement row : commit.runningRows()) {
            put(row, true);
            bytes += 512;
        }
        long seq = nextSeq;
        for (Measurement row : commit.publishedRows()) {
            publish(row, seq++, millis);
            bytes += 1536;
        }
        tally(commit);
        bytes += 4096;
        refused(commit);
        totals(commit);
        alerts.put(commit.alerts().values(), millis);
        members.keep(commit.members());
        bytes += calibrations(commit);
        seqAfterCommit = seq;
        return bytes;
    }

    /** To be called once the transaction is on disk: only then are the outbox numbers used up. */
    void committed() {
        nextSeq = seqAfterCommit;
    }

    private void publish(Measurement row, long seq, long millis) throws SQLException {
        if (row.revision() > 0) {
            supersede.setLong(1, millis);
            supersede.setLong(2, row.window().start().toEpochMilli());
            supersede.setString(3, row.grain().wireName());
            supersede.setString(4, row.metric().wireName());
            supersede.setString(5, row.scope().wireName());
            supersede.setInt(6, row.revision());
            supersede.executeUpdate();
        }
        put(row, false);
        addOutbox.setLong(1, epoch);
        addOutbox.setLong(2, seq);
        addOutbox.setLong(3, millis);
        addOutbox.setBytes(4, json.bytes(row));
        addOutbox.executeUpdate();
    }

    private void put(Measurement row, boolean open) throws SQLException {
        putRow.setString(1, row.metric().wireName());
        putRow.setString(2, row.scope().wireName());
        putRow.setString(3, row.grain().wireName());
        putRow.setLong(4, row.window().start().toEpochMilli());
        putRow.setLong(5, row.window().end().toEpochMilli());
        number(6, row.value());
        number(7, row.low());
        number(8, row.high());
        putRow.setDouble(9, row.completeness());
        putRow.setString(10, row.state().wireName());
        putRow.setString(11, row.reason());
        putRow.setString(12, row.basis().wireName());
        putRow.setInt(13, row.revision());
        putRow.setInt(14, open ? 1 : 0);
        putRow.setString(15, ReasonJson.text(row.why()));
        putRow.executeUpdate();
    }

    private void number(int index, @Nullable Double value) throws SQLException {
        if (value == null) {
            putRow.setNull(index, Types.REAL);
        } else {
            putRow.setDouble(index, value);
        }
    }

    private void tally(Commit commit) throws SQLException {
        for (Map.Entry<Commit.LedgerKey, Commit.Tally> entry : commit.ledger().entrySet()) {
            Commit.LedgerKey key = entry.getKey();
            count.setLong(1, key.minute());
            count.setString(2, key.source());
            count.setString(3, key.sensor());
            count.setString(4, key.fate());
            count.setString(5, key.reason());
            count.setLong(6, entry.getValue().messages());
            count.executeUpdate();
        }
    }

    private void refused(Commit commit) throws SQLException {
        for (Commit.RefusedPayload payload : commit.refused()) {
            refuse.setLong(1, payload.at().toEpochMilli());
            refuse.setString(2, payload.source());
            refuse.setString(3, payload.sensor());
            refuse.setString(4, payload.address());
            refuse.setString(5, payload.reason());
            refuse.setString(6, payload.payload());
            refuse.setString(7, payload.code());
            refuse.executeUpdate();
        }
        if (!commit.refused().isEmpty()) {
            forgetRefused.setInt(1, REFUSED_KEPT);
            forgetRefused.executeUpdate();
        }
    }

    private void totals(Commit commit) throws SQLException {
        for (Commit.DayTotal total : commit.dayTotals()) {
            putTotal.setLong(1, total.day().toEpochDay());
            putTotal.setString(2, total.entrance());
            putTotal.setDouble(3, total.ins());
            putTotal.setDouble(4, total.outs());
            putTotal.setDouble(5, total.completeness());
            putTotal.executeUpdate();
        }
    }

    private long calibrations(Commit commit) throws SQLException {
        long bytes = 0;
        for (CalibrationDay day : commit.calibrations()) {
            byte[] data = day.bytes();
            putCalibration.setLong(1, day.date().toEpochDay());
            putCalibration.setBytes(2, data);
            putCalibration.executeUpdate();
            bytes += data.length + 4096L;
        }
        return bytes;
    }

    void close() throws SQLException {
        alerts.close();
        members.close();
        for (Statement statement : new Statement[] {
            addBlock, supersede, putRow, addOutbox, count, refuse, forgetRefused, putTotal, putCalibration
        }) {
            statement.close();
        }
    }
}
