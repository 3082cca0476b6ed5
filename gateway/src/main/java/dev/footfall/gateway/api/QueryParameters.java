package dev.footfall.gateway.api;

import dev.footfall.gateway.api.Problem.Violation;
import dev.footfall.time.Window;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the query of one request and collects everything that is wrong with it. */
final class QueryParameters {
    /** Enough for a year against the year before its holidays moved; more is an export, not a request. */
    static final Duration LONGEST_SPAN = Duration.ofDays(400);

    private static final String INSTANT_RULE =
            "must be an RFC 3339 instant with a zone, for example 2026-11-22T09:00:00Z";

    private final MultiMap values;
    private final List<Violation> violations = new ArrayList<>();

    QueryParameters(MultiMap values, Set<String> known) {
        this.values = values;
        for (String name : new TreeSet<>(values.names())) {
            if (!known.contains(name)) {
                String rule = known.isEmpty()
                        ? "is not known here; there are no parameters"
                        : "is not known here; known are " + String.join(", ", new TreeSet<>(known));
                violations.add(new Violation(name, String.join(",", values.getAll(name)), rule));
            }
        }
    }

    List<Violation> violations() {
        return violations;
    }

    /** All values of a parameter that may be repeated or hold a comma list; empty if it is absent. */
    <T> List<T> list(String name, Function<String, Optional<T>> parse, String rule) {
        List<T> parsed = new ArrayList<>();
        for (String value : values.getAll(name)) {
            for (String part : value.split(",", -1)) {
                String text = part.strip();
                if (!text.isEmpty()) {
                    parse.apply(text).ifPresentOrElse(parsed::add, () -> refuse(name, text, rule));
                }
            }
        }
        return parsed;
    }

    /** The span from {@code from} to {@code to}; an end that is absent is that of {@code usual}. */
    Window window(Window usual) {
        int before = violations.size();
        Instant from = instant("from", usual.start());
        Instant to = instant("to", usual.end());
        if (violations.size() > before) {
            return usual;
        }
        if (!to.isAfter(from)) {
            refuse("to", to.toString(), "must be after from, " + from);
            return usual;
        }
        if (Duration.between(from, to).compareTo(LONGEST_SPAN) > 0) {
            refuse("to", to.toString(), "must be at most " + LONGEST_SPAN.toDays() + " days after from, " + from);
            return usual;
        }
        return new Window(from, to);
    }

    private Instant instant(String name, Instant otherwise) {
        List<String> given = values.getAll(name);
        if (given.size() > 1) {
            refuse(name, String.join(",", given), "must be given once");
            return otherwise;
        }
        if (given.isEmpty() || given.getFirst().isBlank()) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(withPlus(given.getFirst().strip())).toInstant();
        } catch (DateTimeParseException e) {
            refuse(name, given.getFirst(), INSTANT_RULE);
            return otherwise;
        }
    }

    /** A plus sign that was not percent-encoded arrives as a space: the one before the offset is meant as a plus. */
    private static String withPlus(String text) {
        int space = text.lastIndexOf(' ');
        return space > 10 ? text.substring(0, space) + "+" + text.substring(space + 1) : text;
    }

    private void refuse(String name, String value, String rule) {
        violations.add(new Violation(name, value, rule));
    }
}
