package dev.footfall.gateway.cli;

import dev.footfall.gateway.cli.bench.IngestBench;
import dev.footfall.gateway.cli.bench.LoadBench;
import dev.footfall.gateway.cli.bench.ReplayBench;
import dev.footfall.gateway.cli.bench.ScreensBench;
import dev.footfall.gateway.cli.bench.truth.TruthBench;
import picocli.CommandLine.Command;

/** {@code footfall bench}: the figures in the README, on your machine. */
@Command(
        name = "bench",
        description = "Measures this program on this machine, beside its limits.",
        subcommands = {IngestBench.class, ReplayBench.class, ScreensBench.class, LoadBench.class, TruthBench.class})
final class BenchCommand {}
