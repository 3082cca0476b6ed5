package dev.footfall.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.alert.Alert;
import dev.footfall.gateway.api.LedgerLine;
import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.api.StoredAlert;
import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.reason.Reason;
import dev.footfall.reason.SensorReason.NoSensor;
import dev.footfall.reason.SensorReason.Silent;
import dev.footfall.relay.outbox.Position;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Window HOUR = new Window(NOON, NOON.plusSeconds(3600));

    private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-11-22T13:00:00+01:00");

    @TempDir
    Path folder;

    private Journal open() {
        return Journal.open(folder, "shop", "EUR", NOON);
    }

    private static Measurement footfall(double value, int revision) {
        return new Measurement(
                Metric.FOOTFALL,
                Scope.STORE,
                Grain.HOUR,
                HOUR,
                value,
                null,
                null,
                1,
                State.VALID,
                null,
                Basis.COUNTER,
                revision);
    }

    private static MeasurementQuery everything() {
        return new MeasurementQuery(List.of(), List.of(), List.of(), HOUR);
    }

    @Test
    void whatWasCommittedIsThereAfterReopening() {
        Observation seen = Observation.of(new SensorId("door"), NOON, Fact.Crossing.event(1, 0));
        try (Journal journal = open()) {
            Commit commit = new Commit();
            commit.observe(DAY, seen, 42);
            commit.publish(List.of(footfall(1, 0)));
            commit.tally(new Commit.LedgerKey(NOON.getEpochSecond() / 60, "http", "", "received", ""))
                    .add(2);
            commit.tally(new Commit.LedgerKey(NOON.getEpochSecond() / 60, "http", "door", "counted", ""))
                    .add(1);
            journal.commit(commit, NOON);
        }
        try (Journal journal = open();
                JournalReader reader = JournalReader.open(folder);
                SqliteOutbox outbox = new SqliteOutbox(journal)) {
            List<Observation> read = new ArrayList<>();
            reader.day(DAY, (o, key) -> {
                read.add(o);
                assertThat(key).isEqualTo(42);
            });
            assertThat(read).containsExactly(seen);
            assertThat(reader.days()).containsExactly(DAY);
            assertThat(reader.measurements(everything())).containsExactly(footfall(1, 0));
            assertThat(reader.ledger(HOUR)).containsExactly(new LedgerLine("http", 2, 1, 0, 0, 0, 0));
            assertThat(reader.ledger(HOUR).getFirst().difference()).isEqualTo(1);
            assertThat(outbox.after(Position.START, 10)).hasSize(1);
        }
    }

    @Test
    void aRevisionReplacesTheRowAndKeepsTheOldOne() throws SQLException {
        try (Journal journal = open();
                JournalReader reader = JournalReader.open(folder)) {
            commit(journal, List.of(footfall(1, 0)));
            commit(journal, List.of(footfall(2, 1)));

            assertThat(reader.measurements(everything())).containsExactly(footfall(2, 1));
            assertThat(reader.list(
                            "SELECT revision || ':' || value FROM superseded", ignored -> {}, r -> r.getString(1)))
                    .containsExactly("0:1.0");
        }
    }

    @Test
    void aReasonKeepsItsCodeAndOneOfBeforeCodesItsSentence() {
        Reason silent = new Silent("door", OffsetDateTime.parse("2026-11-22T12:00:00+01:00"), LATER);
        try (Journal journal = open();
                JournalReader reader = JournalReader.open(folder)) {
            commit(journal, List.of(because(silent)));
            assertThat(reader.measurements(everything())).containsExactly(because(silent));

            journal.change(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("UPDATE measurement SET reasons=NULL");
                }
            });
            assertThat(reader.measurements(everything())).singleElement().satisfies(row -> {
                assertThat(row.why()).isEqualTo(new Reason.Told("door silent 12:00–13:00"));
                assertThat(row.saysTheSameAs(because(silent))).isTrue();
            });
        }
    }

    @Test
    void aFileThatAnOlderVersionWroteIsReadAsItIs() {
        Alert alert = new Alert(
                Metric.ENTRIES,
                Scope.STORE,
                HOUR,
                null,
                null,
                null,
                Alert.Kind.DATA_QUALITY,
                NOON,
                new NoSensor(),
                true);
        try (Journal journal = open();
                JournalReader reader = JournalReader.open(folder)) {
            Commit commit = new Commit();
            commit.publish(List.of(because(new NoSensor())));
            commit.alert(alert);
            journal.commit(commit, NOON);
            assertThat(reader.openAlerts(9)).containsExactly(new StoredAlert(alert, null));

            journal.change(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("ALTER TABLE measurement DROP COLUMN reasons");
                    statement.execute("ALTER TABLE alert DROP COLUMN reasons");
                }
            });
            assertThat(reader.measurements(everything())).containsExactly(because(new Reason.Told("no sensor")));
            assertThat(reader.openAlerts(9))
                    .singleElement()
                    .satisfies(read -> assertThat(read.alert().why()).isEqualTo(new Reason.Told("no sensor")));
        }
    }

    private static Measurement because(Reason why) {
        return new Measurement(
                Metric.ENTRIES,
                Scope.STORE,
                Grain.HOUR,
                HOUR,
                1.0,
                null,
                null,
                0.5,
                State.DEGRADED,
                why,
                Basis.COUNTER,
                0);
    }

    @Test
    void aRunningRowNeverOverwritesAPublishedOne() {
        try (Journal journal = open();
                JournalReader reader = JournalReader.open(folder)) {
            Commit running = new Commit();
            running.running(List.of(footfall(1, 0)));
            journal.commit(running, NOON);
            assertThat(reader.measurements(everything())).containsExactly(footfall(1, 0));
            assertThat(reader.published(HOUR)).isEmpty();

            commit(journal, List.of(footfall(5, 0)));
            Commit stale = new Commit();
            stale.running(List.of(footfall(3, 0)));
            journal.commit(stale, NOON);

            assertThat(reader.published(HOUR)).containsExactly(footfall(5, 0));
        }
    }

    private static void commit(Journal journal, List<Measurement> rows) {
        Commit commit = new Commit();
        commit.publish(rows);
        journal.commit(commit, NOON);
    }

    @Test
    void deletingDeliveredRowsNeverReusesTheirNumbers() {
        try (Journal journal = open();
                SqliteOutbox outbox = new SqliteOutbox(journal)) {
            commit(journal, List.of(footfall(1, 0), footfall(2, 1)));
            outbox.confirm("hq", new Position(journal.epoch(), 2));
            journal.prune(DAY, 1 << 20, List.of("hq"), NOON);
            assertThat(outbox.after(Position.START, 10)).isEmpty();
        }
        try (Journal journal = open();
                SqliteOutbox outbox = new SqliteOutbox(journal)) {
            commit(journal, List.of(footfall(3, 2)));
            assertThat(outbox.after(Position.START, 10))
                    .extracting(entry -> entry.seq())
                    .containsExactly(3L);
        }
    }

    @Test
    void oldObservationsGoByAgeAndByBytesButNotTheNewestTwoDays() {
        try (Journal journal = open();
                JournalReader reader = JournalReader.open(folder)) {
            for (int day = 0; day < 6; day++) {
                Commit commit = new Commit();
                commit.observe(
                        DAY.plusDays(day), Observation.of(new SensorId("door"), NOON, Fact.Crossing.event(1, 0)), 0);
                journal.commit(commit, NOON);
            }
            journal.prune(DAY.plusDays(1), 1 << 20, List.of(), NOON);
            assertThat(reader.days()).first().isEqualTo(DAY.plusDays(1));

            journal.prune(DAY.plusDays(1), 1, List.of(), NOON);
            assertThat(reader.days()).containsExactly(DAY.plusDays(4), DAY.plusDays(5));
        }
    }

    @Test
    void aSecondGatewayOnTheSameFolderIsTurnedAway() {
        try (Journal journal = open()) {
            assertThat(journal.epoch()).isPositive();
            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalProblem.class)
                    .hasMessageContaining("is in use by another gateway");
        }
    }

    @Test
    void aDatabaseOfANewerProgramIsRefusedInOneSentence() throws SQLException {
        open().close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("footfall.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=99");
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalProblem.class)
                .hasMessage("the database has version [99], this program knows up to [" + Schema.VERSION
                        + "]: install the newer program" + " again, or restore a backup made by this one");
    }

    @Test
    void aDamagedDatabaseIsMovedAsideAndCountingGoesOn() throws IOException {
        open().close();
        Files.write(
                folder.resolve("footfall.db"),
                "this is no database at all, not even close"
                        .repeat(200)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        try (Journal journal = open()) {
            commit(journal, List.of(footfall(1, 0)));
        }

        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).anyMatch(name -> name.startsWith("damaged-"));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneSentence() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "");
        assertThatThrownBy(() -> Journal.open(file.resolve("data"), "shop", "", NOON))
                .isInstanceOf(JournalProblem.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("--data");
    }

    @Test
    void aFullDiskIsSurvivedByDroppingTheBallast() throws Exception {
        Path small = folder.resolve("small");
        Files.createDirectories(small);
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=80m", "tmpfs", small.toString())
                .redirectErrorStream(true)
                .start();
        Assumptions.assumeTrue(mount.waitFor() == 0, "skipped: mounting a small tmpfs needs root");
        try (Journal journal = Journal.open(small, "shop", "", NOON)) {
            assertThat(small.resolve("ballast")).exists();
            byte[] chunk = new byte[1 << 20];
            try (var filler = Files.newOutputStream(small.resolve("filler"))) {
                while (small.toFile().getUsableSpace() > 0) {
                    filler.write(chunk, 0, (int)
                            Math.min(chunk.length, small.toFile().getUsableSpace()));
                }
            }
            Journal.@Nullable CommitFailed full = null;
            for (int i = 0; i < 10_000 && full == null; i++) {
                full = tryCommit(journal);
            }
            assertThat(full).isNotNull();
            assertThat(full.diskFull()).isTrue();
            assertThat(full.relieved()).isTrue();
            assertThat(tryCommit(journal)).isNull();
        } finally {
            new ProcessBuilder("umount", "-l", small.toString()).start().waitFor();
        }
    }

    private static Journal.@Nullable CommitFailed tryCommit(Journal journal) {
        try {
            commit(journal, List.of(footfall(1, 0)));
            return null;
        } catch (Journal.CommitFailed e) {
            return e;
        }
    }
}
