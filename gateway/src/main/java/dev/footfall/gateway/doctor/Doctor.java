package dev.footfall.gateway.doctor;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.config.Problem;
import dev.footfall.store.StoreConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything a gateway needs, from the machine to the sensors. */
public final class Doctor {
    private final Path config;
    private final Path data;
    private final Path root;
    private final InstantSource clock;

    /**
     * A doctor for one gateway.
     *
     * @param config the folder of store.yaml
     * @param data the data folder
     * @param root the root of the file system, below which the kernel tells of itself
     */
    public Doctor(Path config, Path data, Path root, InstantSource clock) {
        this.config = config;
        this.data = data;
        this.root = root;
        this.clock = clock;
    }

    /** Everything that was looked at, in the order in which it is best mended. */
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>(new MachineExamination(root, clock).examine());
        findings.addAll(new DataExamination(data, clock).examine());
        if (!Files.isDirectory(config)) {
            findings.add(Finding.fault(
                    "configuration",
                    "there is no folder [" + config + "]",
                    "Name the folder of your store.yaml with --config."));
            return findings;
        }
        switch (ConfigLoader.load(config)) {
            case LoadResult.Invalid invalid -> findings.add(wrong(invalid.problems()));
            case LoadResult.Loaded loaded -> {
                StoreConfig store = loaded.config();
                findings.add(Finding.ok(
                        "configuration",
                        "store " + store.store().id() + " is valid, "
                                + store.sensors().size() + " sensors"));
                findings.addAll(new LinesExamination(store, root).examine());
                findings.addAll(new NetworkExamination(store).examine());
                findings.addAll(new GatewayExamination(store).examine());
            }
        }
        return findings;
    }

    private static Finding wrong(List<Problem> problems) {
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        return Finding.fault(
                "configuration", problems.getFirst() + more, "Run `footfall check` and mend what it names.");
    }
}
