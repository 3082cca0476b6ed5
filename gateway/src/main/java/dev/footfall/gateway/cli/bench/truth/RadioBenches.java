package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.cli.bench.truth.DeviceBench.Crowd;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The table's rows about radio devices. */
final class RadioBenches {
    private static final int STRETCHED = 20;
    /** The mean error, in percent, if all phones of a model count as one, but for two that keep makers' addresses. */
    private static final double EACH_MODEL_ONE = 36;

    private final Path data;
    private final Path folder;
    private final PrintWriter err;
    private final long seed = RandomGenerator.getDefault().nextInt(1_000_000);

    RadioBenches(Path data, Path folder, PrintWriter err) {
        this.data = data;
        this.folder = folder;
        this.err = err;
    }

    /** @param tracks recordings of people, whose stays are taken */
    List<Finding> run(List<TrackRecording> tracks) throws IOException, InterruptedException {
        Path pintor = data.resolve("wifi-pintor2021");
        if (!isThere(pintor)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        PhoneRecordings phones = PhoneRecordings.ofFolders(pintor);
        DeviceBench twelve = new DeviceBench(phones, folder.resolve("phones"), seed);
        findings.add(twelve.run("Pintor", new Crowd(5, 1, false), 5, 4));
        findings.add(twelve.run("Pintor", new Crowd(10, 1, false), 4, 3.5));
        Crowd twins = new Crowd(5, 2, true);
        if (twelve.has(twins)) {
            findings.add(twelve.run("Pintor", twins, EACH_MODEL_ONE, EACH_MODEL_ONE));
        }
        Path more = data.resolve("wifi-baccichet2023");
        if (isThere(more)) {
            DeviceBench mixed = new DeviceBench(phones.andFiles(more), folder.resolve("mixed"), seed);
            findings.add(mixed.run("Pintor + Baccichet", new Crowd(10, 1, false), 8, 6));
            findings.add(mixed.run("Pintor + Baccichet", new Crowd(10, 1, true), 8, 6));
        }
        for (TrackRecording recording : tracks) {
            findings.add(new ProbeStayBench(phones, folder.resolve("stays-" + recording.name()), seed)
                    .run(recording.name(), stays(recording), STRETCHED));
        }
        return findings;
    }

    private boolean isThere(Path folder) {
        boolean there = Files.isDirectory(folder);
        if (!there) {
            err.println("Left out: radio devices: there is no [" + folder
                    + "]; set FOOTFALL_DATA to the folder with the recordings.");
        }
        return there;
    }

    private static List<Long> stays(TrackRecording recording) {
        Map<Integer, long[]> people = new TreeMap<>();
        for (TrackRecording.Fix fix : recording.fixes()) {
            people.computeIfAbsent(fix.person(), ignored -> new long[] {fix.millis(), 0})[1] = fix.millis();
        }
        return people.values().stream().map(span -> span[1] - span[0]).toList();
    }
}
