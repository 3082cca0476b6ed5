package dev.footfall.drivers.lines;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which way a line counts, as its name says: {@code MainEntranceOut}, {@code Internal Door Inbound}. */
public enum NamedWay {
    IN,
    OUT,
    /** The name does not say. */
    UNKNOWN;

    private static final int LONGEST = 256;
    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Set<String> INWARD = Set.of(
            "in", "inbound", "ingoing", "incoming", "enter", "enters", "entering", "entries", "inward", "inwards");
    private static final Set<String> OUTWARD = Set.of(
            "out", "outbound", "outgoing", "exit", "exits", "exiting", "leave", "leaving", "outward", "outwards");

    /** The last word that is a way decides. */
    public static NamedWay of(String name) {
        NamedWay way = UNKNOWN;
        for (String word : WORD_ENDS.split(name.substring(0, Math.min(name.length(), LONGEST)))) {
            String plain = word.toLowerCase(Locale.ROOT);
            way = INWARD.contains(plain) ? IN : OUTWARD.contains(plain) ? OUT : way;
        }
        return way;
    }
}
