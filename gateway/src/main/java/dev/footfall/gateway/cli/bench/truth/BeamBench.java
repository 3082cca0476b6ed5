package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.cli.bench.truth.BeamTracks.Axis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Beams across real tracks, their edges through the whole pipeline. No constant of the model was fitted to either
 * recording, so each tests what the other could not have taught.
 */
final class BeamBench {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final double[] SHARES = {0.3, 0.5, 0.7};
    private static final double TARGET_PERCENT = 15;
    private static final double PERCENT = 100;
    private static final double HALF_PAIR_M = 0.04;
    private static final String STORE = """
        store: { id: truth, time-zone: UTC }
        entrances:
          - { id: single }
          - { id: dual }
        sensors:
          - { id: single, driver: gpio-beam, entrance: single, options: { outer: 17, active: low } }
          - { id: dual, driver: gpio-beam, entrance: dual, options: { outer: 22, inner: 27, active: low } }
        """;
    private static final Scope SINGLE = new Scope.Entrance("single");
    private static final Scope DUAL = new Scope.Entrance("dual");

    private final TrackRecording recording;
    private final Path folder;

    BeamBench(TrackRecording recording, Path folder) {
        this.recording = recording;
        this.folder = folder;
    }

    /** One beam and what passed it. */
    private record Line(BeamTracks beam, String name, int forward, int backward) {
        int people() {
            return forward + backward;
        }
    }

    List<Finding> run() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            List<Line> lines = lines(axis);
            for (Line line : lines) {
                findings.addAll(across(line));
            }
        }
        return findings;
    }

    private List<Line> lines(Axis axis) {
        List<Line> lines = new ArrayList<>();
        for (double share : SHARES) {
            BeamTracks beam = BeamTracks.atQuantile(recording, axis, share);
            int[] passages = beam.passages();
            String name = String.format(
                    Locale.ROOT,
                    "%s, %s at %.0f %%",
                    recording.name(),
                    axis.name().toLowerCase(Locale.ROOT),
                    PERCENT * share);
            lines.add(new Line(beam, name, passages[0], passages[1]));
        }
        return lines;
    }

    private List<Finding> across(Line line) throws IOException, InterruptedException {
        EdgeCapture capture = new EdgeCapture(START);
        capture.beam("single", 17, line.beam.breaks());
        capture.beam("dual", 22, line.beam.shifted(-HALF_PAIR_M).breaks());
        capture.beam("dual", 27, line.beam.shifted(HALF_PAIR_M).breaks());
        Path into = folder.resolve(line.name.replaceAll("[^a-z0-9]+", "-"));
        try (PipelineRun run = PipelineRun.of(into, STORE, capture.lines())) {
            return List.of(single(line, run), dual(line, run));
        }
    }

    private static Finding single(Line line, PipelineRun run) {
        return finding("single beam, corrected", line, Told.of(run, SINGLE));
    }

    private static Finding dual(Line line, PipelineRun run) {
        return finding("dual beam, corrected", line, Told.of(run, DUAL));
    }

    /** What the report says of an entrance. */
    private record Told(double raw, double people, double low, double high) {
        static Told of(PipelineRun run, Scope scope) {
            Measurement in = run.day(Metric.ENTRIES, scope);
            Measurement out = run.day(Metric.EXITS, scope);
            return new Told(
                    known(run.day(Metric.ENTRIES_RAW, scope).value())
                            + known(run.day(Metric.EXITS_RAW, scope).value()),
                    known(in.value()) + known(out.value()),
                    known(in.low()) + known(out.low()),
                    known(in.high()) + known(out.high()));
        }
    }

    private static double known(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static Finding finding(String metric, Line line, Told told) {
        double error = PERCENT * (told.people - line.people()) / line.people();
        boolean covered = told.low <= line.people() && line.people() <= told.high;
        return new Finding(
                metric,
                line.name,
                line.people(),
                told.people,
                String.format(Locale.ROOT, "%+.1f %%, interval %s", error, covered ? "holds" : "misses"),
                String.format(Locale.ROOT, "raw %+.1f %%", PERCENT * (told.raw - line.people()) / line.people()),
                "± 15 %",
                Math.abs(error) <= TARGET_PERCENT);
    }
}
