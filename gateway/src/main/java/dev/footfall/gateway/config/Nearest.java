package dev.footfall.gateway.config;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses which known word was meant by an unknown one. */
public final class Nearest {
    private static final int LONGEST = 64;
    private static final int MOST_LISTED = 60;

    private Nearest() {}

    /** {@code did you mean capacity?}, or else all the known words. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known).map(near -> "did you mean " + near + "?").orElseGet(() -> "known are " + list(known));
    }

    /** The same as a rule to go on with. */
    static Rule rule(String word, Collection<String> known) {
        return to(word, known)
                .map(Nearest::meant)
                .orElseGet(() -> Rule.of("known", "known are {words}", "words", list(known)));
    }

    static Rule meant(String near) {
        return Rule.of("meant", "did you mean {meant}?", "meant", near);
    }

    /** {@code ; did you mean CNY?} */
    static Rule perhaps(String near) {
        return Rule.of("perhaps", "; did you mean {meant}?", "meant", near);
    }

    /** The known word nearest to this one, if one is near at all. */
    static Optional<String> to(String word, Collection<String> known) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = plain(word);
        int nearest = wanted.length() < 3 ? 1 : Math.max(1, wanted.length() / 3) + 1;
        String found = null;
        for (String candidate : known) {
            int away = distance(wanted, plain(candidate));
            if (away < nearest) {
                nearest = away;
                found = candidate;
            }
        }
        return Optional.ofNullable(found);
    }

    static String list(Collection<String> words) {
        String listed = words.stream().sorted().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return words.size() > MOST_LISTED ? listed + " and others" : listed;
    }

    /** {@code a, b or c}. */
    static String either(Collection<String> words) {
        String all = String.join(", ", words);
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }

    /** {@code timeZone}, {@code time_zone} and {@code Time Zone} all become {@code time-zone}. */
    private static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length() + 4);
        for (int i = 0; i < word.length(); i++) {
            char character = word.charAt(i);
            if (Character.isUpperCase(character) && i > 0 && Character.isLowerCase(word.charAt(i - 1))) {
                plain.append('-');
            }
            plain.append(character == '_' || character == ' ' ? '-' : Character.toLowerCase(character));
        }
        return plain.toString();
    }

    /** Levenshtein's distance, with a swap of neighbours as one step. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
