package dev.footfall.gateway.capture;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One identity in all the ways devices write it: either case, with or without separators between its characters. */
final class Spelling {
    /** What devices put between the parts of an address or a plate. */
    private static final String SEPARATORS = "[\\s:._\u00b7-]?";

    private final Pattern written;
    private final String identity;
    private final String standIn;

    /**
     * An identity and what is to stand for it.
     *
     * @param standIn of the same length, see {@link dev.footfall.gateway.admission.StandIns}
     */
    Spelling(String identity, String standIn) {
        StringBuilder pattern = new StringBuilder("(?<![\\p{L}\\p{N}])");
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < identity.length(); i++) {
            if (Character.isLetterOrDigit(identity.charAt(i))) {
                pattern.append(plain.isEmpty() ? "" : SEPARATORS).append(identity.charAt(i));
                plain.append(standIn.charAt(i));
            }
        }
        this.written = Pattern.compile(
                pattern.append("(?![\\p{L}\\p{N}])").toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.standIn = plain.toString();
        this.identity = plain(identity);
    }

    /** Letters and digits only, lower case: what all spellings have in common. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** The identity as all its spellings are alike. */
    String plain() {
        return identity;
    }

    /** The text with the stand-in wherever the identity is written, spelt as that was. */
    String replacedIn(String text) {
        return written.matcher(text).replaceAll(this::alike);
    }

    private String alike(MatchResult found) {
        StringBuilder alike = new StringBuilder();
        int next = 0;
        for (char c : found.group().toCharArray()) {
            if (!Character.isLetterOrDigit(c)) {
                alike.append(c);
            } else {
                char other = standIn.charAt(next++);
                alike.append(
                        Character.isUpperCase(c)
                                ? Character.toUpperCase(other)
                                : Character.isLowerCase(c) ? Character.toLowerCase(other) : other);
            }
        }
        return Matcher.quoteReplacement(alike.toString());
    }
}
