package dev.footfall.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.wiring.Replay;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditCommandTest {
    private static final String STORE = """
        store: { id: test, time-zone: UTC }
        entrances: [ { id: main } ]
        sensors:
          - { id: door, driver: native, entrance: main, match: { topic: door } }
        """;
    private static final String COUNT = "{\"at\":\"2026-11-24T10:05:00Z\",\"via\":\"mqtt\",\"topic\":\"door\","
            + "\"payload\":\"{\\\"type\\\":\\\"crossing\\\",\\\"in\\\":95,\\\"out\\\":3}\"}";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aDayWasCounted() throws Exception {
        Files.writeString(folder.resolve(ConfigLoader.FILE), STORE);
        Path capture = Files.write(
                folder.resolve("capture.jsonl"),
                List.of(COUNT, COUNT.replace("10:05", "10:40").replace("95", "5")));
        assertThat(ConfigLoader.load(folder)).isInstanceOf(LoadResult.Loaded.class);
        if (ConfigLoader.load(folder) instanceof LoadResult.Loaded loaded) {
            Replay.into(folder.resolve("data"), loaded, List.of(capture), ignored -> {});
        }
    }

    private int audit(String from, String to, long counted) {
        return new CommandLine(new AuditCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(
                        "--data=" + folder.resolve("data"),
                        "--entrance=main",
                        "--from=2026-11-24T" + from + ":00Z",
                        "--to=2026-11-24T" + to + ":00Z",
                        "--counted=" + counted);
    }

    @Test
    void theSensorIsHeldAgainstTheHand() {
        assertThat(audit("10:00", "10:15", 100)).isZero();
        assertThat(out.toString())
                .contains("\"sensor\":95,\"manual\":100,\"bias\":-0.05")
                .contains("the sensor counts -5.0 %", "more people to know it to within 3.0 %");
    }

    @Test
    void countingNobodyIsASentence() {
        assertThat(audit("10:00", "10:15", 0)).isZero();
        assertThat(out.toString()).contains("\"bias\":null", "\"count_more\":null", "nobody was counted by hand");
    }

    @Test
    void aTimeWithoutRowsCannotBeAudited() {
        assertThat(audit("06:00", "07:00", 10)).isZero();
        assertThat(out.toString()).contains("\"sensor\":null", "choose a time in which it was live");
    }

    @Test
    void onlyFullQuartersCanBeAudited() {
        assertThat(audit("10:01", "10:15", 10)).isEqualTo(2);
        assertThat(err.toString()).contains("must be full quarters of an hour");
    }

    @Test
    void aTimeInWhichTheSensorWasSilentForAWhileIsNamed() {
        assertThat(audit("10:00", "10:15", 100)).isZero();
        assertThat(out.toString()).contains("not all of this time was watched: door silent 10:00\u201310:05");
    }

    @Test
    void anEntranceThatNobodyKnowsIsRefusedWithThoseThatAreKnown() {
        assertThat(new CommandLine(new AuditCommand())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(
                                "--data=" + folder.resolve("data"),
                                "--entrance=mian",
                                "--from=2026-11-24T10:00:00Z",
                                "--to=2026-11-24T10:15:00Z",
                                "--counted=5"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("[entrance:mian]", "known are entrance:main, store");
    }
}
