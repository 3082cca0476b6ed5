package dev.footfall.gateway.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggingTest {
    @TempDir
    Path folder;

    @Test
    void aTerminalGetsTimeAndLevelInWords() {
        assertThat(new LineFormatter(false, false).format(entry(Level.WARNING, "link lost", null)))
                .isEqualTo("2026-11-24T10:00:00.123Z WARN  PahoUplink: link lost\n");
    }

    @Test
    void theJournalGetsAPriorityAndNoTime() {
        LineFormatter formatter = new LineFormatter(true, false);

        assertThat(formatter.format(entry(Level.SEVERE, "writer stuck", null)))
                .isEqualTo("<3>PahoUplink: writer stuck\n");
        assertThat(formatter.format(entry(Level.WARNING, "link lost", null))).startsWith("<4>");
        assertThat(formatter.format(entry(Level.INFO, "up", null))).startsWith("<6>");
        assertThat(formatter.format(entry(Level.FINE, "turn", null))).startsWith("<7>");
    }

    @Test
    void aRecordWithACauseIsStillOneLine() {
        IOException cause = new IOException("two\nlines");
        String line = new LineFormatter(false, false)
                .format(entry(Level.SEVERE, "cannot write", new IllegalStateException("bug", cause)));

        assertThat(line.lines()).hasSize(1);
        assertThat(line)
                .contains("cannot write | java.lang.IllegalStateException: bug at dev.footfall")
                .contains(" | java.io.IOException: two lines at ");
    }

    @Test
    void aLookForAFaultGetsTheWholeTrace() {
        String line = new LineFormatter(false, true)
                .format(entry(Level.SEVERE, "cannot write", new IllegalStateException("bug")));

        assertThat(line.lines()).hasSizeGreaterThan(5);
    }

    @Test
    void levelsAreReadAloneAndByPackage() {
        LogLevels levels = LogLevels.parse("warn, dev.footfall.relay=DEBUG");

        assertThat(levels.root()).isEqualTo(Level.WARNING);
        assertThat(levels.chosen()).containsEntry("dev.footfall.relay", Level.FINE);
        assertThat(levels.problems()).isEmpty();
        assertThat(levels.isDetailed()).isTrue();
    }

    @Test
    void nothingAskedForMeansInfo() {
        assertThat(LogLevels.parse("").root()).isEqualTo(Level.INFO);
        assertThat(LogLevels.parse("").problems()).isEmpty();
        assertThat(LogLevels.parse("").isDetailed()).isFalse();
    }

    @Test
    void aWordThatIsNoLevelIsNamed() {
        LogLevels levels = LogLevels.parse("loud");

        assertThat(levels.root()).isEqualTo(Level.INFO);
        assertThat(levels.problems())
                .containsExactly("FOOTFALL_LOG [loud] is not understood;"
                        + " use error, warn, info, debug or trace, alone or as package=level");
    }

    @Test
    void aStreamIsTheJournalOnlyIfDeviceAndInodeAgree() throws IOException {
        Path file = Files.createFile(folder.resolve("journal"));
        String own = Files.getAttribute(file, "unix:dev") + ":" + Files.getAttribute(file, "unix:ino");

        assertThat(JournalStream.matches(own, file)).isTrue();
        assertThat(JournalStream.matches("8:12345", file)).isFalse();
        assertThat(JournalStream.matches("", file)).isFalse();
        assertThat(JournalStream.matches(own, folder.resolve("missing"))).isFalse();
    }

    private static LogRecord entry(Level level, String message, @Nullable Throwable thrown) {
        LogRecord entry = new LogRecord(level, message);
        entry.setLoggerName("dev.footfall.relay.PahoUplink");
        entry.setInstant(Instant.parse("2026-11-24T10:00:00.123456Z"));
        entry.setThrown(thrown);
        return entry;
    }
}
