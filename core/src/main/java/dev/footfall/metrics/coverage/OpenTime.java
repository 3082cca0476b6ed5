package dev.footfall.metrics.coverage;

import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.time.Window;
import java.util.ArrayList;
import java.util.List;

/** When the store is open on one day, in the day's seconds. */
public final class OpenTime {

    /** Seconds from one to before another. */
    public record Span(int from, int to) {
        public int seconds() {
            return to - from;
        }
    }

    private final List<Span> spans = new ArrayList<>();

    public OpenTime(DaySeconds day, List<Window> openSpans) {
        for (Window span : openSpans) {
            spans.add(new Span(day.border(span.start()), day.border(span.end())));
        }
    }

    /** The open parts of [from, to), in order; empty when closed throughout. */
    public List<Span> within(int from, int to) {
        List<Span> open = new ArrayList<>(spans.size());
        for (Span span : spans) {
            Span part = new Span(Math.max(from, span.from()), Math.min(to, span.to()));
            if (part.seconds() > 0) {
                open.add(part);
            }
        }
        return open;
    }

    /** The second at which the store closes for the last time, or −1 if it does not open. */
    public int lastClose() {
        return spans.isEmpty() ? -1 : spans.getLast().to();
    }
}
