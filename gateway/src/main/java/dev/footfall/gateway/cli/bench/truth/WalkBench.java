package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.cli.bench.truth.Walks.Kind;
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

/** Generated walks past a dual beam, its edges through the whole pipeline: IN and OUT, and what the interval holds. */
final class WalkBench {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final Scope DOOR = new Scope.Entrance("door");
    private static final int WALKS = 300;
    private static final int SEEDS = 3;
    private static final double SPACED_SECONDS = 6;
    private static final double FLOW_SECONDS = 4;
    private static final double PERCENT = 100;
    private static final String STORE = """
        store: { id: truth, time-zone: UTC }
        entrances: [ { id: door } ]
        sensors:
          - { id: door, driver: gpio-beam, entrance: door, options: { outer: 17, inner: 27, active: low } }
        """;

    private final Path folder;

    WalkBench(Path folder) {
        this.folder = folder;
    }

    /** What is added up over the seeds of one kind. */
    private static final class Sum {
        int in;
        int out;
        double toldIn;
        double toldOut;
        double rawIn;
        double rawOut;
        int held;
        boolean exact = true;
    }

    List<Finding> run() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            findings.add(of(kind));
        }
        return findings;
    }

    /** All seeds of one kind. */
    Finding of(Kind kind) throws IOException, InterruptedException {
        Sum sum = new Sum();
        for (long seed = 1; seed <= SEEDS; seed++) {
            add(kind, seed, sum);
        }
        return finding(kind, sum);
    }

    private void add(Kind kind, long seed, Sum sum) throws IOException, InterruptedException {
        boolean spaced = kind == Kind.SPACED || kind == Kind.BOUNCING;
        Walks walks = Walks.of(kind, spaced ? 100 : WALKS, spaced ? SPACED_SECONDS : FLOW_SECONDS, seed);
        EdgeCapture capture = new EdgeCapture(START);
        capture.beam("door", 17, walks.outer());
        capture.beam("door", 27, walks.inner());
        Path into = folder.resolve(kind.name().toLowerCase(Locale.ROOT) + "-" + seed);
        try (PipelineRun run = PipelineRun.of(into, STORE, capture.lines())) {
            Measurement in = run.day(Metric.ENTRIES, DOOR);
            Measurement out = run.day(Metric.EXITS, DOOR);
            sum.in += walks.in();
            sum.out += walks.out();
            sum.toldIn += known(in.value());
            sum.toldOut += known(out.value());
            sum.rawIn += known(run.day(Metric.ENTRIES_RAW, DOOR).value());
            sum.rawOut += known(run.day(Metric.EXITS_RAW, DOOR).value());
            sum.held += holds(in, walks.in()) ? 1 : 0;
            sum.held += holds(out, walks.out()) ? 1 : 0;
            sum.exact &= known(in.value()) == walks.in() && known(out.value()) == walks.out();
        }
    }

    private static boolean holds(Measurement row, int truth) {
        return known(row.low()) <= truth && truth <= known(row.high());
    }

    private static double known(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static Finding finding(Kind kind, Sum sum) {
        boolean mustBeExact = kind == Kind.SPACED || kind == Kind.BOUNCING;
        double in = PERCENT * (sum.toldIn / sum.in - 1);
        double out = PERCENT * (sum.toldOut / sum.out - 1);
        return new Finding(
                "dual beam, in + out",
                "walks " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", seeds 1 to " + SEEDS,
                sum.in + sum.out,
                sum.toldIn + sum.toldOut,
                String.format(
                        Locale.ROOT,
                        "in %+.1f %%, out %+.1f %%; interval holds %d of %d",
                        in,
                        out,
                        sum.held,
                        2 * SEEDS),
                String.format(
                        Locale.ROOT,
                        "raw in %+.1f %%, out %+.1f %%",
                        PERCENT * (sum.rawIn / sum.in - 1),
                        PERCENT * (sum.rawOut / sum.out - 1)),
                mustBeExact ? "exact" : "± 15 %",
                mustBeExact ? sum.exact : Math.abs(in) <= 15 && Math.abs(out) <= 15);
    }
}
