package dev.footfall.gateway.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * One line per record. A terminal or file gets time and level in words; the journal keeps its own time and reads the
 * level from a {@code <4>} prefix (sd-daemon(3)).
 */
final class LineFormatter extends Formatter {
    /** Enough frames to find the place; the whole trace is printed at debug. */
    private static final int FRAMES = 4;

    private final boolean forJournal;
    private final boolean wholeTraces;

    LineFormatter(boolean forJournal, boolean wholeTraces) {
        this.forJournal = forJournal;
        this.wholeTraces = wholeTraces;
    }

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(160);
        if (forJournal) {
            line.append('<').append(priority(entry.getLevel())).append('>');
        } else {
            line.append(entry.getInstant().truncatedTo(ChronoUnit.MILLIS))
                    .append(' ')
                    .append(String.format("%-5s ", LogLevels.word(entry.getLevel())));
        }
        line.append(shortName(entry.getLoggerName())).append(": ").append(oneLine(formatMessage(entry)));
        Throwable thrown = entry.getThrown();
        if (thrown != null) {
            line.append(wholeTraces ? "\n" + trace(thrown) : summary(thrown));
        }
        return line.append('\n').toString();
    }

    /** The syslog priority. */
    private static int priority(Level level) {
        return switch (LogLevels.word(level)) {
            case "ERROR" -> 3;
            case "WARN" -> 4;
            case "INFO" -> 6;
            default -> 7;
        };
    }

    private static String shortName(@Nullable String logger) {
        return logger == null ? "footfall" : logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static String summary(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            text.append(" | ").append(oneLine(cause.toString()));
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append(i == 0 ? " at " : " < ").append(frames[i]);
            }
        }
        return text.toString();
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().stripTrailing();
    }

    private static String oneLine(String text) {
        return text.replace("\r", "").replace('\n', ' ');
    }
}
