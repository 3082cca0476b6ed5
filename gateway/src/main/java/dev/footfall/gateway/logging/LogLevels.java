package dev.footfall.gateway.logging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;

/**
 * What {@code FOOTFALL_LOG} asks for: {@code debug}, or {@code info,dev.footfall.relay=debug}.
 *
 * @param root the level of everything not chosen
 * @param chosen levels by logger name, usually a package
 * @param problems what could not be understood, a sentence each
 */
record LogLevels(Level root, Map<String, Level> chosen, List<String> problems) {
    private static final Map<String, Level> NAMES = Map.of(
            "error", Level.SEVERE,
            "warn", Level.WARNING,
            "info", Level.INFO,
            "debug", Level.FINE,
            "trace", Level.FINEST);

    static LogLevels parse(String text) {
        Level root = Level.INFO;
        Map<String, Level> chosen = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] nameAndLevel = part.strip().split("=", 2);
            String word = nameAndLevel[nameAndLevel.length - 1].toLowerCase(Locale.ROOT);
            Level level = NAMES.get(word);
            if (level == null) {
                if (!part.isBlank()) {
                    problems.add("FOOTFALL_LOG [" + part.strip()
                            + "] is not understood; use error, warn, info, debug or trace, alone or as package=level");
                }
            } else if (nameAndLevel.length == 1) {
                root = level;
            } else {
                chosen.put(nameAndLevel[0], level);
            }
        }
        return new LogLevels(root, Map.copyOf(chosen), List.copyOf(problems));
    }

    /** True if somebody looks for a fault and wants whole stack traces. */
    boolean isDetailed() {
        return root.intValue() <= Level.FINE.intValue()
                || chosen.values().stream().anyMatch(level -> level.intValue() <= Level.FINE.intValue());
    }

    /** The word for a level in a line. */
    static String word(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        if (level.intValue() >= Level.INFO.intValue()) {
            return "INFO";
        }
        return level.intValue() >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
    }
}
