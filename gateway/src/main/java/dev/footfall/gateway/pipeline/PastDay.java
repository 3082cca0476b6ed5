package dev.footfall.gateway.pipeline;

import dev.footfall.measurement.State;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.Figures;
import dev.footfall.metrics.row.Figure;
import dev.footfall.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day that is over as it stood at every quarter of an hour: enough to compare with, and small enough to keep. */
final class PastDay {
    private static final Duration STEP = Duration.ofMinutes(15);

    private final Instant start;
    private final List<Figures> marks = new ArrayList<>();

    /** Which of the figures. */
    interface Choice {
        Figure of(Figures figures);
    }

    PastDay(DayFold day, @Nullable DayFold before) {
        Window window = day.day().window();
        this.start = window.start();
        for (Instant at = start; !at.isAfter(window.end()); at = at.plus(STEP)) {
            marks.add(day.figuresAt(at, true, before));
        }
    }

    /** A figure at a moment of the day, between two marks in a straight line; null where it was not valid. */
    @Nullable
    Double at(Instant moment, Choice choice) {
        double place = Math.max(0, Duration.between(start, moment).toMillis() / (double) STEP.toMillis());
        int index = Math.min((int) place, marks.size() - 1);
        Double from = valid(choice.of(marks.get(index)));
        Double to = valid(choice.of(marks.get(Math.min(index + 1, marks.size() - 1))));
        return from == null || to == null ? null : Double.valueOf(from + Math.min(1, place - index) * (to - from));
    }

    private static @Nullable Double valid(Figure figure) {
        return figure.state() == State.VALID ? figure.value() : null;
    }
}
