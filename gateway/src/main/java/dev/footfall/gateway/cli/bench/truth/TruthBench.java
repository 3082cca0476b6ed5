package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.cli.bench.BenchFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            description = {
                "Only these, with commas: tracks, radio, drift, walks, shop, parking, cars, staff, members, stays, people, rooms,",
                "zones, forecast, exceptions."
            })
    private List<String> only = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private static final int SEEDS = 4;

    private record Source(String name, String file, double framesPerSecond) {}

    private static final List<Source> TRACKS = List.of(
            new Source("zara01", "traj-ucy/zara01/obsmat.txt.gz", 25),
            new Source("eth", "traj-eth/seq_eth/obsmat.txt.gz", 15));

    /** Finds something, with a folder of its own to work in. */
    private interface Part {
        List<Finding> run(Path folder, PrintWriter err) throws IOException, InterruptedException;
    }

    private Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("tracks", this::tracks);
        parts.put("radio", (folder, err) -> new RadioBenches(data, folder, err).run(recordings(err)));
        parts.put("drift", with("uci-calit2", (file, folder) -> new DriftBench(file, folder).run()));
        parts.put("walks", (folder, err) -> new WalkBench(folder).run());
        parts.put("shop", (folder, err) -> new ShopBench(1, folder).run());
        parts.put("parking", (folder, err) -> new ParkBench(1, folder).run());
        parts.put("cars", (folder, err) -> cars(folder));
        parts.put("staff", (folder, err) -> new StaffBench(1, folder).run());
        parts.put("members", (folder, err) -> new MemberBench(1, folder).run());
        parts.put("stays", (folder, err) -> stays(folder));
        parts.put(
                "people",
                with(
                        "wifi-brno-occupancy/position_1",
                        (file, folder) -> new PeopleBench(LabRecording.readAll(file), folder).run()));
        parts.put(
                "rooms",
                with("uci-wifi-localization/wifi_localization.txt", (file, folder) -> new RoomBench(file).run()));
        parts.put(
                "zones",
                with(
                        "uci-wifi-localization/wifi_localization.txt",
                        (file, folder) -> new ZoneBench(file, folder).run()));
        parts.put(
                "forecast",
                with("melbourne-pedestrian/pedestrian_hourly.csv.gz", (file, folder) -> new ForecastBench(file).run()));
        parts.put("exceptions", with("nab", (file, folder) -> new ExceptionBench(file, folder).run()));
        return parts;
    }

    /** Finds something in a recording. */
    private interface Recorded {
        List<Finding> run(Path recording, Path folder) throws IOException, InterruptedException;
    }

    private Part with(String recording, Recorded part) {
        return (folder, err) -> {
            Path file = data.resolve(recording);
            if (!Files.exists(file)) {
                err.println("Left out: " + recording + ": there is no [" + file + "].");
                return List.of();
            }
            return part.run(file, folder);
        };
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Map<String, Part> parts = parts();
        for (String name : only) {
            if (!parts.containsKey(name)) {
                err.println("--only [" + name + "] must be of " + String.join(", ", parts.keySet()) + ".");
                return 2;
            }
        }
        List<Finding> findings = new ArrayList<>();
        try (BenchFolder folder = BenchFolder.create()) {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                if (only.isEmpty() || only.contains(part.getKey())) {
                    findings.addAll(part.getValue().run(folder.path().resolve(part.getKey()), err));
                }
            }
        }
        print(findings, out);
        return findings.stream().allMatch(Finding::reached) && !findings.isEmpty() ? 0 : 1;
    }

    private List<Finding> tracks(Path folder, PrintWriter err) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (TrackRecording recording : recordings(err)) {
            findings.addAll(new TrackBench(recording, folder.resolve(recording.name())).run());
            findings.addAll(new BeamBench(recording, folder.resolve(recording.name() + "-beams")).run());
        }
        return findings;
    }

    private List<TrackRecording> recordings(PrintWriter err) throws IOException {
        List<TrackRecording> tracks = new ArrayList<>();
        for (Source source : TRACKS) {
            Path file = data.resolve(source.file());
            if (Files.exists(file)) {
                tracks.add(TrackRecording.read(source.name(), file, source.framesPerSecond()));
            } else {
                err.println("Left out: " + source.name() + ": there is no [" + file
                        + "]; set FOOTFALL_DATA to the folder with the recordings.");
            }
        }
        return tracks;
    }

    private static List<Finding> stays(Path folder) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            findings.addAll(
                    StayBench.missing(seed, folder.resolve("missing-" + seed)).run());
        }
        findings.addAll(StayBench.countingTwice(1, folder.resolve("twice")).run());
        return findings;
    }

    private static List<Finding> cars(Path folder) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            findings.addAll(new CarsBench(seed, folder.resolve("seed-" + seed)).run());
        }
        return findings;
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
