package dev.footfall.gateway.api;

import dev.footfall.gateway.api.Problem.Violation;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON object that a request carries and collects everything that is wrong with it. */
final class Body {
    private final List<Violation> violations = new ArrayList<>();
    private final JsonObject body;

    Body(RoutingContext request) {
        body = read(request);
    }

    private JsonObject read(RoutingContext request) {
        try {
            JsonObject given = request.body().asJsonObject();
            if (given != null) {
                return given;
            }
        } catch (DecodeException | ClassCastException ignored) {
            // said below
        }
        wrong("body", "", "must be a JSON object");
        return new JsonObject();
    }

    void wrong(String field, String value, String rule) {
        violations.add(new Violation(field, value, rule));
    }

    /** Sends what is wrong, if anything is. */
    boolean refused(RoutingContext request) {
        if (!violations.isEmpty()) {
            Problem.badParameters(violations).send(request);
        }
        return !violations.isEmpty();
    }

    /** Text of at most so many characters, without spaces around it; empty if absent. */
    String text(String field, int most) {
        Object value = body.getValue(field, "");
        if (value instanceof String text && text.length() <= most) {
            return text.strip();
        }
        wrong(field, "", "must be text of at most " + most + " characters");
        return "";
    }

    /** The same, and not empty. */
    String words(String field, int most, String rule) {
        int before = violations.size();
        String text = text(field, most);
        if (text.isEmpty() && violations.size() == before) {
            wrong(field, "", rule);
        }
        return text;
    }

    int whole(String field, int least, int most) {
        Object value = body.getValue(field);
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        wrong(field, shown(value), "must be a whole number from " + least + " to " + most);
        return least;
    }

    Instant instant(String field, Instant otherwise) {
        try {
            return OffsetDateTime.parse(shown(body.getValue(field))).toInstant();
        } catch (DateTimeException e) {
            wrong(field, shown(body.getValue(field)), "must be an RFC 3339 instant, for example 2026-11-22T09:00:00Z");
            return otherwise;
        }
    }

    LocalDate date(String field, LocalDate otherwise) {
        try {
            return LocalDate.parse(shown(body.getValue(field)));
        } catch (DateTimeException e) {
            wrong(field, shown(body.getValue(field)), "must be a date, for example 2026-11-22");
            return otherwise;
        }
    }

    private static String shown(@org.jspecify.annotations.Nullable Object value) {
        String text =
                value == null || value instanceof JsonObject || value instanceof JsonArray ? "" : value.toString();
        return text.length() <= 100 ? text : text.substring(0, 100);
    }
}
