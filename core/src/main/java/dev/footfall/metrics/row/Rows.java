package dev.footfall.metrics.row;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.coverage.Quality;
import dev.footfall.reason.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the rows of one window. */
public final class Rows {
    private final RowSpan span;
    private final List<Measurement> rows = new ArrayList<>();

    public Rows(RowSpan span) {
        this.span = span;
    }

    public RowSpan span() {
        return span;
    }

    public List<Measurement> list() {
        return rows;
    }

    /** What is known about a number besides the number. */
    public record Evidence(
            Quality quality,
            boolean counted,
            boolean estimated,
            @Nullable Reason note,
            Basis basis) {

        public Evidence with(@Nullable Reason another) {
            return new Evidence(quality, counted, estimated, Reason.join(note, another), basis);
        }

        public Evidence estimatedBecause(Reason why) {
            return new Evidence(quality, counted, true, Reason.join(note, why), basis);
        }

        /** The number with its honesty: null where nothing could tell it. */
        public Figure figure(@Nullable Double value, @Nullable Double low, @Nullable Double high) {
            State state = quality.state(counted, estimated);
            boolean known = quality.known(counted) && value != null;
            Reason why = state == State.VALID ? null : quality.silence();
            return new Figure(
                    known ? value : null,
                    known ? low : null,
                    known ? high : null,
                    quality.completeness(),
                    state,
                    Reason.join(why, Reason.join(quality.clocks(), note)));
        }
    }

    public void add(Metric metric, Scope scope, @Nullable Double value, Evidence evidence) {
        add(metric, scope, evidence.figure(value, null, null), evidence.basis());
    }

    public void add(Metric metric, Scope scope, double value, double low, double high, Evidence evidence) {
        add(metric, scope, evidence.figure(value, low, high), evidence.basis());
    }

    /** A ratio; null with a remark where the denominator is 0. */
    public void addRatio(Metric metric, Scope scope, double over, double under, Reason ifNone, Evidence evidence) {
        if (under > 0) {
            add(metric, scope, over / under, evidence);
        } else {
            add(metric, scope, null, evidence.with(ifNone));
        }
    }

    public void add(Metric metric, Scope scope, Figure figure, Basis basis) {
        rows.add(new Measurement(
                metric,
                scope,
                span.grain(),
                span.window(),
                figure.value(),
                figure.low(),
                figure.high(),
                figure.completeness(),
                figure.state(),
                figure.why(),
                basis,
                0));
    }
}
