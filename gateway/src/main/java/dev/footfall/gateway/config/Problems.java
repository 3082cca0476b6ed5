package dev.footfall.gateway.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collects the problems of one file, so that all of them are told at once. */
final class Problems {
    private static final int LONGEST_VALUE = 80;
    private static final int MOST = 1000;
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/\\s]*@");
    private static final Pattern NOT_FOR_A_LINE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private boolean more;

    Problems(String file) {
        this.file = file;
    }

    /** @param line counted from 1, 0 for none */
    void add(int line, String key, String value, Rule rule) {
        if (found.size() < MOST) {
            found.add(new Problem(file, line, oneLine(key), shown(value), oneLine(rule)));
        } else {
            more = true;
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    /** In the order of the lines; on one line, in the order in which they were found. */
    List<Problem> inOrder() {
        Stream<Problem> sorted = found.stream().distinct().sorted(Comparator.comparingInt(Problem::line));
        Stream<Problem> rest = Stream.of(new Problem(
                file, 0, "", "", Rule.of("more-problems", "has more than these {most} problems", "most", MOST)));
        return (more ? Stream.concat(sorted, rest) : sorted).toList();
    }

    private static String shown(String value) {
        String masked = CREDENTIALS.matcher(oneLine(value)).replaceAll("//***@");
        return masked.length() <= LONGEST_VALUE ? masked : masked.substring(0, LONGEST_VALUE) + "…";
    }

    private static Rule oneLine(Rule rule) {
        Map<String, String> values = new LinkedHashMap<>(rule.values());
        values.replaceAll((name, value) -> oneLine(value));
        return new Rule(rule.code(), rule.template(), values, rule.then() == null ? null : oneLine(rule.then()));
    }

    private static String oneLine(String text) {
        return NOT_FOR_A_LINE.matcher(text).replaceAll(" ").strip();
    }
}
