package dev.footfall.gateway.config;

import dev.footfall.time.OpeningHours.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Open spans of one day: {@code closed}, {@code "10:00-13:00, 15:00-20:00"}, or a list of spans. */
final class Spans {
    private static final int DAY = 24 * 60;
    private static final int MOST = 12;
    private static final String CLOSED = "closed";
    private static final Pattern SPAN = Pattern.compile("(\\d\\d):([0-5]\\d)\\s*-\\s*(\\d\\d):([0-5]\\d)");

    private static final Form<List<Span>> FORM = Spans::spans;

    private Spans() {}

    /** The spans in order; empty for closed, or, with a problem, for what is none. */
    static List<Span> read(Value value) {
        List<Value> parts = value.isList() ? value.items() : List.of(value);
        if (value.isList() && parts.isEmpty()) {
            value.wrongAsAWhole(Rule.of("empty-list", "is an empty list; write closed for a closed day"));
        }
        List<Span> spans = new ArrayList<>();
        for (Value part : parts) {
            List<Span> read = part.as(FORM);
            if (read != null && value.isList() && read.isEmpty()) {
                part.wrong(Rule.of("alone", "must stand alone, not in a list"));
            }
            if (read != null) {
                spans.addAll(read);
            }
        }
        if (spans.size() > MOST) {
            value.wrongAsAWhole(
                    Rule.of("many-spans", "has {n} spans; a day has at most {most}", "n", spans.size(), "most", MOST));
            return List.of();
        }
        return List.copyOf(spans);
    }

    private static Form.Result<List<Span>> spans(String text) {
        if (text.equals(CLOSED)) {
            return new Form.Fits<>(List.of());
        }
        List<Span> spans = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher times = SPAN.matcher(part.strip());
            Span span = times.matches() ? span(times) : null;
            if (span == null) {
                return new Form.Breaks<>(rule(part.strip()));
            }
            spans.add(span);
        }
        return new Form.Fits<>(spans);
    }

    private static Rule rule(String part) {
        Matcher times = SPAN.matcher(part);
        boolean sameEnds = times.matches()
                && times.group(1).equals(times.group(3))
                && times.group(2).equals(times.group(4));
        return sameEnds
                ? Rule.of("same-ends", "must close at another time than it opens; the whole day is 00:00-24:00")
                : Rule.of("spans", "must be spans like 10:00-22:00, from 00:00 to 24:00, or closed");
    }

    private static @Nullable Span span(Matcher times) {
        int open = minute(times.group(1), times.group(2));
        int close = minute(times.group(3), times.group(4));
        if (open >= DAY || close > DAY || open == close) {
            return null;
        }
        return new Span(open, close < open ? close + DAY : close);
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }
}
