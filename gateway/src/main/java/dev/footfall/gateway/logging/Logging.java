package dev.footfall.gateway.logging;

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
    private static final Map<String, Level> LIBRARIES =
            Map.of("io.netty", Level.WARNING, "io.vertx", Level.WARNING, "org.eclipse.paho", Level.WARNING);

    /** java.util.logging holds loggers weakly: without this, a chosen level could be forgotten. */
    private static final List<Logger> CHOSEN = new ArrayList<>();

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
        Logger root = Logger.getLogger("");
        for (Handler standard : root.getHandlers()) {
            root.removeHandler(standard);
        }
        root.addHandler(stderr(JournalStream.isStderr(environment), levels.isDetailed()));
        root.setLevel(levels.root());
        LIBRARIES.forEach(Logging::choose);
        levels.chosen().forEach(Logging::choose);
        levels.problems()
                .forEach(problem -> Logger.getLogger(Logging.class.getName()).warning(problem));
    }

    private static Handler stderr(boolean isJournal, boolean isDetailed) {
        ConsoleHandler handler = new ConsoleHandler();
        try {
            handler.setEncoding(StandardCharsets.UTF_8.name());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError("every Java has UTF-8", e);
        }
        handler.setLevel(Level.ALL);
        handler.setFormatter(new LineFormatter(isJournal, isDetailed));
        return handler;
    }

    private static void choose(String name, Level level) {
        Logger logger = Logger.getLogger(name);
        logger.setLevel(level);
        CHOSEN.add(logger);
    }
}
