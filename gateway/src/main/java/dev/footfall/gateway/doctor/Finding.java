package dev.footfall.gateway.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What one look found.
 *
 * @param subject what was looked at, in a word or two
 * @param sentence what is so, with the value
 * @param remedy what to do, null if nothing is to be done
 */
public record Finding(
        Level level,
        String subject,
        String sentence,
        @Nullable String remedy) {
    /** How bad it is: a fault keeps the gateway from its work, a warning will or may. */
    public enum Level {
        OK,
        WARNING,
        FAULT
    }

    static Finding ok(String subject, String sentence) {
        return new Finding(Level.OK, subject, sentence, null);
    }

    static Finding warning(String subject, String sentence, String remedy) {
        return new Finding(Level.WARNING, subject, sentence, remedy);
    }

    static Finding fault(String subject, String sentence, String remedy) {
        return new Finding(Level.FAULT, subject, sentence, remedy);
    }
}
