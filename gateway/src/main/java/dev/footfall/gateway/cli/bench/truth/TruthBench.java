package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.cli.bench.BenchFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall bench truth}: how wrong our figures are, against recordings whose truth is known. */
@Command(
        name = "truth",
        description = {
            "Our figures against recordings whose truth is known, one table.",
            "Recordings that are not in the data folder are named and left out."
        })
public final class TruthBench implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:FOOTFALL_DATA:-../shared/data}",
            description = "Folder with the recordings (default $FOOTFALL_DATA, else ../shared/data).")
    private Path data = Path.of("");

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "Only these parts: ${COMPLETION-CANDIDATES} (default all).")
    private List<Part> only = List.of(Part.values());

    private enum Part {
        tracks,
        radio,
        doors,
        parking,
        people,
        rooms,
        expectation
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private static final int SEEDS = 4;

    private record Source(String name, String file, double framesPerSecond) {}

    private static final List<Source> TRACKS = List.of(
            new Source("zara01", "traj-ucy/zara01/obsmat.txt.gz", 25),
            new Source("eth", "traj-eth/seq_eth/obsmat.txt.gz", 15));

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Finding> findings = new ArrayList<>();
        try (BenchFolder folder = BenchFolder.create()) {
            List<TrackRecording> tracks = new ArrayList<>();
            for (Source source : only.contains(Part.tracks) || only.contains(Part.radio) ? TRACKS : List.<Source>of()) {
                Path file = data.resolve(source.file());
                if (Files.exists(file)) {
                    var recording = TrackRecording.read(source.name(), file, source.framesPerSecond());
                    tracks.add(recording);
                    if (only.contains(Part.tracks)) {
                        findings.addAll(new TrackBench(recording, folder.path().resolve(source.name())).run());
                        findings.addAll(
                                new BeamBench(recording, folder.path().resolve(source.name() + "-beams")).run());
                    }
                } else {
                    err.println("Left out: " + source.name() + ": there is no [" + file
                            + "]; set FOOTFALL_DATA to the folder with the recordings.");
                }
            }
            for (Part part : only) {
                switch (part) {
                    case tracks -> {}
                    case radio ->
                        findings.addAll(new RadioBenches(data, folder.path().resolve("radio"), err).run(tracks));
                    case doors -> findings.addAll(doors(folder.path(), err));
                    case parking ->
                        findings.addAll(new ParkBench(1, folder.path().resolve("park")).run());
                    case people -> people(folder.path(), findings, err);
                    case rooms -> rooms(findings, err);
                    case expectation -> expectation(folder.path(), findings, err);
                }
            }
        }
        print(findings, out);
        return findings.stream().allMatch(Finding::reached) && !findings.isEmpty() ? 0 : 1;
    }

    private List<Finding> doors(Path folder, PrintWriter err) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Path calIt2 = data.resolve("uci-calit2");
        if (Files.exists(calIt2)) {
            findings.addAll(new DriftBench(calIt2, folder.resolve("drift")).run());
        } else {
            err.println("Left out: CalIt2: there is no [" + calIt2 + "].");
        }
        findings.addAll(new WalkBench(folder.resolve("walks")).run());
        findings.addAll(new ShopBench(1, folder.resolve("shop")).run());
        for (long seed = 1; seed <= SEEDS; seed++) {
            findings.addAll(new StayBench(seed, folder.resolve("stays-" + seed)).run());
        }
        return findings;
    }

    private void people(Path folder, List<Finding> findings, PrintWriter err) throws IOException, InterruptedException {
        Path recordings = data.resolve("wifi-brno-occupancy/position_1");
        if (Files.isDirectory(recordings)) {
            findings.addAll(new PeopleBench(LabRecording.readAll(recordings), folder.resolve("people")).run());
        } else {
            err.println("Left out: people by WiFi: there is no [" + recordings + "].");
        }
    }

    private void rooms(List<Finding> findings, PrintWriter err) throws IOException {
        Path survey = data.resolve("uci-wifi-localization/wifi_localization.txt");
        if (Files.exists(survey)) {
            findings.addAll(new RoomBench(survey).run());
        } else {
            err.println("Left out: rooms from signal strength: there is no [" + survey + "].");
        }
    }

    private void expectation(Path folder, List<Finding> findings, PrintWriter err)
            throws IOException, InterruptedException {
        Path streets = data.resolve("melbourne-pedestrian/pedestrian_hourly.csv.gz");
        if (Files.exists(streets)) {
            findings.addAll(new ForecastBench(streets).run());
        } else {
            err.println("Left out: forecasts: there is no [" + streets + "].");
        }
        Path labelled = data.resolve("nab");
        if (Files.isDirectory(labelled)) {
            findings.addAll(new ExceptionBench(labelled, folder.resolve("exceptions")).run());
        } else {
            err.println("Left out: exceptions: there is no [" + labelled + "].");
        }
    }

    private static void print(List<Finding> findings, PrintWriter out) {
        out.println("| metric | data | truth | ours | error | to beat | to reach | |");
        out.println("|---|---|---:|---:|---:|---|---|---|");
        for (Finding finding : findings) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,.1f | %,.1f | %s | %s | %s | %s |%n",
                    finding.metric(),
                    finding.data(),
                    finding.truth(),
                    finding.ours(),
                    finding.error(),
                    finding.floor(),
                    finding.target(),
                    finding.reached() ? "reached" : "short");
        }
        out.flush();
    }
}
