package dev.footfall.gateway.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.gateway.journal.BackupFile;
import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is taken beside a running gateway, and counted on from. */
class BackupFileTest {
    private static final String STORE = """
            store: { id: kept, time-zone: UTC }
            entrances: [ { id: main } ]
            sensors:
              - { id: door, driver: native, entrance: main, match: { path: "/ingest/native/door" } }
            ingest: { mqtt-listener: { address: "127.0.0.1:0" } }
            kiosk: { address: "127.0.0.1:0" }
            """;
    private static final Instant NOW = Instant.parse("2026-11-28T14:00:00Z");

    @TempDir
    Path folder;

    private static void count(RunningGateway gateway, int people) throws IOException, InterruptedException {
        byte[] body = ("{\"type\":\"crossing\",\"in\":" + people + ",\"out\":0}").getBytes(UTF_8);
        assertThat(gateway.post("/ingest/native/door", "application/json", body).statusCode())
                .isEqualTo(204);
    }

    private Path backup() {
        return folder.resolve("backup.db");
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Test
    void aGatewayGoesOnFromWhatWasSavedWhileItRan() throws Exception {
        try (RunningGateway gateway = new RunningGateway(folder, STORE)) {
            count(gateway, 3);
            BackupFile.Content content = BackupFile.write(data(), backup(), false);
            assertThat(content.store()).isEqualTo("kept");
            count(gateway, 4);
            gateway.awaitToday("entries", "store", 7);
            assertThatThrownBy(() -> BackupFile.restore(backup(), data(), true, NOW))
                    .isInstanceOf(JournalProblem.class)
                    .hasMessageContaining("in use by another gateway");
        }
        String epoch = meta("epoch");
        assertThatThrownBy(() -> BackupFile.restore(backup(), data(), false, NOW))
                .hasMessageContaining("holds a database already")
                .hasMessageContaining("--force");

        BackupFile.restore(backup(), data(), true, NOW);

        assertThat(meta("restored")).isEqualTo(NOW.toString());
        assertThat(data().resolve("replaced-" + NOW.getEpochSecond()).resolve("footfall.db"))
                .exists();
        try (RunningGateway gateway = new RunningGateway(folder, STORE)) {
            gateway.awaitToday("entries", "store", 3);
            count(gateway, 1);
            gateway.awaitToday("entries", "store", 4);
            assertThat(Long.parseLong(meta("epoch"))).isGreaterThanOrEqualTo(Long.parseLong(epoch));
        }
    }

    private String meta(String key) {
        try (JournalReader reader = JournalReader.open(data())) {
            return reader.meta(key).orElse("");
        }
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyIfAsked() throws Exception {
        try (RunningGateway gateway = new RunningGateway(folder, STORE)) {
            count(gateway, 1);
            Files.writeString(backup(), "mine");
            assertThatThrownBy(() -> BackupFile.write(data(), backup(), false)).hasMessageContaining("exists already");
            assertThat(backup()).hasContent("mine");

            BackupFile.write(data(), backup(), true);
        }
        assertThat(Files.size(backup())).isGreaterThan(10_000);
    }

    @Test
    void aDamagedOrForeignFileIsRefusedAndNothingIsChanged() throws Exception {
        try (RunningGateway gateway = new RunningGateway(folder, STORE)) {
            count(gateway, 1);
            BackupFile.write(data(), backup(), false);
        }
        byte[] bytes = Files.readAllBytes(backup());
        Arrays.fill(bytes, 8192, 24_576, (byte) 7);
        Files.write(backup(), bytes);
        Path elsewhere = folder.resolve("elsewhere");

        assertThatThrownBy(() -> BackupFile.restore(backup(), elsewhere, false, NOW))
                .isInstanceOf(JournalProblem.class)
                .hasMessageContaining(backup().toString());
        Files.writeString(backup(), "a shopping list");
        assertThatThrownBy(() -> BackupFile.restore(backup(), elsewhere, false, NOW))
                .hasMessageContaining("is no backup of a gateway");
        assertThat(elsewhere).doesNotExist();
    }
}
