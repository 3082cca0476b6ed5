package dev.footfall.gateway.setup;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.config.Problem;
import dev.footfall.store.StoreConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration as it may be changed while it is in force. One change at a time; a change is on disk before it is in force,
 * and takes the file's place after it is. All but {@link #inForce} waits for the disk and the writer.
 */
public final class SetUp {
    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);

    private final Path folder;
    private final Versions versions;
    private final PlanImages pictures;
    private final InstantSource clock;
    private final Function<StoreConfig, CompletionStage<StoreConfig>> running;
    private final Consumer<String> remembered;
    private volatile InForce inForce;

    private record InForce(StoreConfig config, String version) {}

    /** An earlier text of the file, without the text. */
    public record Earlier(String version, Instant replacedAt, String replacedBy) {}

    /** What came of asking for something. */
    public sealed interface Outcome {}

    /** The file as it is, which for a change means that the change is in force. */
    public record Present(String version, StoreConfig config, Draft draft, List<Earlier> earlier) implements Outcome {}

    /** Somebody else changed the file since; theirs is there. */
    public record Stale(Present present) implements Outcome {}

    /** What is wrong with what would become of the file, or with the file; nothing was changed. */
    public record Wrong(List<Problem> problems) implements Outcome {}

    /** There is no such earlier version. */
    public record Unknown(String version) implements Outcome {}

    /** What came of uploading a picture of the floor. */
    public sealed interface Taken {}

    /** It is on disk and not yet in force; a draft may name it. */
    public record Uploaded(String image, PlanImage.Accepted picture) implements Taken {}

    /** It is not taken as a picture; nothing was changed. */
    public record NoPicture(PlanImage.Refused why) implements Taken {}

    /** The disk refused; nothing was changed. */
    public record NotWritten(String why) implements Outcome, Taken {}

    /**
     * What would become of the file.
     *
     * @param difference lines of a unified difference; empty if nothing would change
     */
    public record Preview(String version, List<String> difference, List<Problem> problems) {}

    /**
     * @param config what is in force
     * @param text of the file it was read from
     * @param running puts another configuration in force
     * @param remembered told each text that came into force
     */
    public SetUp(
            Path folder,
            StoreConfig config,
            String text,
            InstantSource clock,
            Function<StoreConfig, CompletionStage<StoreConfig>> running,
            Consumer<String> remembered) {
        this.folder = folder;
        this.versions = new Versions(real(folder.resolve(ConfigLoader.FILE)));
        this.pictures = new PlanImages(real(folder), versions);
        this.clock = clock;
        this.running = running;
        this.remembered = remembered;
        this.inForce = new InForce(config, Versions.of(text));
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    /** The configuration in force. At once, on any thread. */
    public StoreConfig inForce() {
        return inForce.config();
    }

    /** Another one for another configuration in force. At once, on any thread. */
    public String versionInForce() {
        return inForce.version();
    }

    /** The file as it is. */
    public synchronized Outcome present() {
        try {
            return read(versions.read());
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    /** What would become of the file by a draft, and what would be wrong with it. */
    public synchronized Preview preview(Draft draft) throws IOException {
        String text = versions.read();
        String after = read(text) instanceof Present present ? DraftText.change(text, present.draft(), draft) : text;
        LoadResult result = ConfigLoader.parse(ConfigLoader.FILE, after, folder);
        return new Preview(
                Versions.of(text),
                Difference.between(text, after),
                result instanceof LoadResult.Invalid invalid ? invalid.problems() : List.of());
    }

    /** Takes a picture of the floor, for drafts to name. */
    public synchronized Taken upload(byte[] bytes) {
        return switch (PlanImage.of(bytes)) {
            case PlanImage.Refused refused -> new NoPicture(refused);
            case PlanImage.Accepted accepted -> {
                try {
                    yield new Uploaded(pictures.keep(bytes, accepted), accepted);
                } catch (IOException e) {
                    yield unreadable(e);
                }
            }
        };
    }

    /** True for the names that uploads get. */
    public static boolean isUploaded(String image) {
        return PlanImages.isUploaded(image);
    }

    /** Puts a draft in force, if the file is still of the version that the draft was made from. */
    public synchronized Outcome apply(String version, Draft draft, String by) {
        return change(version, by, (text, present) -> Optional.of(DraftText.change(text, present.draft(), draft)));
    }

    /** Goes back to what an earlier version of the file said. What the set-up cannot change stays as it is by now. */
    public synchronized Outcome restore(String version, String earlier, String by) {
        return change(
                version,
                by,
                (text, present) -> versions.earlier().stream()
                        .filter(each -> each.version().equals(earlier))
                        .findFirst()
                        .map(each -> restored(text, present, each.text()))
                        .or(() -> Optional.empty()));
    }

    private String restored(String text, Present present, String earlier) {
        if (!(ConfigLoader.parse(ConfigLoader.FILE, earlier, folder) instanceof LoadResult.Loaded loaded)) {
            return earlier; // whose problems will be told
        }
        boolean onlySetUp = loaded.config().takingOver(present.config()).equals(present.config());
        return onlySetUp ? earlier : DraftText.change(text, present.draft(), Draft.of(loaded.config()));
    }

    private interface Change {
        /** The new text; empty if what it is made from is not there. */
        Optional<String> of(String text, Present present) throws IOException;
    }

    private Outcome change(String version, String by, Change change) {
        try {
            String text = versions.read();
            Outcome read = read(text);
            if (!(read instanceof Present present)) {
                return read;
            }
            if (!present.version().equals(version)) {
                return new Stale(present);
            }
            Optional<String> after = change.of(text, present);
            if (after.isEmpty()) {
                return new Unknown(version);
            }
            return switch (ConfigLoader.parse(ConfigLoader.FILE, after.get(), folder)) {
                case LoadResult.Invalid invalid -> new Wrong(invalid.problems());
                case LoadResult.Loaded loaded -> put(text, loaded, by);
            };
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    private Outcome put(String text, LoadResult.Loaded loaded, String by) throws IOException {
        if (!loaded.text().equals(text)) {
            Path prepared = versions.prepare(loaded.text(), text, clock.instant(), by);
            StoreConfig merged = inForce.config().takingOver(loaded.config());
            running.apply(merged).toCompletableFuture().join();
            versions.publish(prepared);
            inForce = new InForce(merged, Versions.of(loaded.text()));
            remembered.accept(loaded.text());
            LOG.info("{} changed the set-up; version {} is in force", by, inForce.version());
        }
        return read(loaded.text());
    }

    private Outcome read(String text) throws IOException {
        List<Earlier> earlier = versions.earlier().stream()
                .map(each -> new Earlier(each.version(), each.replacedAt(), each.replacedBy()))
                .toList();
        return switch (ConfigLoader.parse(ConfigLoader.FILE, text, folder)) {
            case LoadResult.Invalid invalid -> new Wrong(invalid.problems());
            case LoadResult.Loaded loaded ->
                new Present(Versions.of(text), loaded.config(), Draft.of(loaded.config()), earlier);
        };
    }

    private NotWritten unreadable(IOException e) {
        LOG.warn("The set-up could not be changed: {}", e.toString());
        return new NotWritten(
                "The configuration's folder [" + folder.toAbsolutePath().normalize()
                        + "] must be writable by the gateway's user and its disk have room (" + e + ")");
    }
}
