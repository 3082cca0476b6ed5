package dev.footfall.gateway.logging;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Sets up logging from the environment: {@code FOOTFALL_LOG} chooses levels, {@code JOURNAL_STREAM} the form of a line.
 */
public final class Logging {
    /** Libraries that tell a running commentary at info. */
    private static final Map<String, Level> LIBRARIES = Map.of(
            "io.netty", Level.WARNING,
            "io.vertx", Level.WARNING,
            "org.eclipse.paho", Level.WARNING,
            "com.pi4j", Level.WARNING,
            // It calls it an error that a board is no Raspberry Pi.
            "com.pi4j.boardinfo", Level.OFF);

    private Logging() {}

    /**
     * Call it first thing in {@code main}: it chooses the log manager, and the first logger made fixes that.
     *
     * @param environment usually {@link System#getenv()}
     */
    public static void configure(Map<String, String> environment) {
        System.setProperty("java.util.logging.manager", SteadyLogManager.class.getName());
        LogManager.getLogManager().getLogger(""); // makes the manager, before it is asked for handlers
        LogLevels levels = LogLevels.parse(environment.getOrDefault("FOOTFALL_LOG", ""));
        List<Logger> chosen = new ArrayList<>();
        LIBRARIES.forEach((name, level) -> chosen.add(choose(name, level)));
        levels.chosen().forEach((name, level) -> chosen.add(choose(name, level)));
        Logger root = choose("", levels.root());
        for (Handler standard : root.getHandlers()) {
            root.removeHandler(standard);
        }
        root.addHandler(
                new StderrHandler(new LineFormatter(JournalStream.isStderr(environment), levels.isDetailed()), chosen));
        levels.problems()
                .forEach(problem -> Logger.getLogger(Logging.class.getName()).warning(problem));
    }

    private static Logger choose(String name, Level level) {
        Logger logger = Logger.getLogger(name);
        logger.setLevel(level);
        return logger;
    }

    /** Lines in UTF-8, whatever the locale, to stderr. */
    private static final class StderrHandler extends ConsoleHandler {
        /** java.util.logging holds loggers weakly: without this, a chosen level could be forgotten. */
        @SuppressWarnings("UnusedVariable")
        private final List<Logger> chosen;

        StderrHandler(LineFormatter formatter, List<Logger> chosen) {
            this.chosen = List.copyOf(chosen);
            try {
                setEncoding(StandardCharsets.UTF_8.name());
            } catch (UnsupportedEncodingException e) {
                throw new AssertionError("every Java has UTF-8", e);
            }
            setLevel(Level.ALL);
            setFormatter(formatter);
        }
    }
}
