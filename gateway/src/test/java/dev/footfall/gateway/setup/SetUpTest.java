package dev.footfall.gateway.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.setup.SetUp.NotWritten;
import dev.footfall.gateway.setup.SetUp.Present;
import dev.footfall.gateway.setup.SetUp.Stale;
import dev.footfall.gateway.setup.SetUp.Unknown;
import dev.footfall.gateway.setup.SetUp.Wrong;
import dev.footfall.store.StoreConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpTest {
    private static final Instant NOW = Instant.parse("2026-11-28T14:00:00Z");
    private static final String YAML = """
            store: { id: a, name: A, time-zone: UTC, capacity: 120 }   # the store
            zones:
              - { id: shoes, polygon: [[0, 0], [4, 0], [4, 4]] }
            sensors:
              - { id: one, driver: meraki, options: { secret: hush, validator: hush } }
            """;

    @TempDir
    Path folder;

    private final List<StoreConfig> running = new ArrayList<>();
    private final List<String> remembered = new ArrayList<>();
    private SetUp setUp = new SetUp(
            Path.of("."),
            loaded("store: { id: a, time-zone: UTC }\nsensors: []\n"),
            "",
            InstantSource.fixed(NOW),
            CompletableFuture::completedFuture,
            text -> {});

    @BeforeEach
    void write() throws IOException {
        Files.writeString(file(), YAML.replace("secret: hush", "secret: another"));
        setUp = new SetUp(
                folder,
                loaded(Files.readString(file())),
                Files.readString(file()),
                InstantSource.fixed(NOW),
                config -> {
                    running.add(config);
                    return CompletableFuture.completedFuture(config);
                },
                remembered::add);
    }

    @Test
    void aChangeIsInForceOnDiskAndKept() throws IOException {
        Present before = present();
        var after = (Present) setUp.apply(before.version(), capacity(before, "90"), "Li Wei");

        assertThat(Files.readString(file())).contains("capacity: 90 }   # the store");
        assertThat(setUp.inForce().store().capacity()).isEqualTo(90);
        assertThat(running).containsExactly(setUp.inForce());
        assertThat(remembered).containsExactly(Files.readString(file()));
        assertThat(setUp.versionInForce()).isEqualTo(after.version()).isNotEqualTo(before.version());
        assertThat(after.earlier()).containsExactly(new SetUp.Earlier(before.version(), NOW, "Li Wei"));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(ConfigLoader.FILE, "earlier");
    }

    @Test
    void theSecondOfTwoManagersIsToldAndNothingIsLost() throws IOException {
        Present both = present();
        setUp.apply(both.version(), capacity(both, "90"), "Li Wei");
        String theirs = Files.readString(file());

        assertThat(setUp.apply(both.version(), capacity(both, "80"), "Ann"))
                .isInstanceOfSatisfying(Stale.class, stale -> {
                    assertThat(stale.present().draft().capacity()).isEqualTo("90");
                    assertThat(setUp.apply(stale.present().version(), capacity(stale.present(), "80"), "Ann"))
                            .isInstanceOf(Present.class);
                });
        assertThat(theirs).contains("90");
        assertThat(present().earlier()).hasSize(2);
        assertThat(present().earlier().toString()).contains("Li Wei", "Ann");
    }

    @Test
    void aChangeByHandInTheFileIsNoticedToo() throws IOException {
        Present before = present();
        Files.writeString(file(), Files.readString(file()) + "# by hand\n");

        assertThat(setUp.apply(before.version(), capacity(before, "90"), "Li Wei"))
                .isInstanceOf(Stale.class);
        assertThat(running).isEmpty();
    }

    @Test
    void whatWouldNotHoldIsToldAsTheCheckTellsItAndNothingChanges() throws IOException {
        Present before = present();
        String text = Files.readString(file());

        assertThat(setUp.apply(before.version(), capacity(before, "many"), "Li Wei"))
                .isInstanceOfSatisfying(
                        Wrong.class,
                        wrong -> assertThat(wrong.problems())
                                .singleElement()
                                .asString()
                                .startsWith("store.yaml:1: store.capacity [many] must be"));
        assertThat(Files.readString(file())).isEqualTo(text);
        assertThat(running).isEmpty();
    }

    @Test
    void thePreviewShowsTheDifferenceWithoutSecrets() throws IOException {
        Files.writeString(file(), YAML);
        Present before = present();
        var zones = new Draft(
                "120",
                Draft.Plan.NONE,
                Map.of(),
                Map.of(),
                List.of(),
                before.draft().lines(),
                Map.of());
        SetUp.Preview preview = setUp.preview(zones);

        assertThat(preview.difference())
                .contains("-zones:", "-  - { id: shoes, polygon: [[0, 0], [4, 0], [4, 4]] }", "+zones: []");
        assertThat(preview.difference().toString()).contains("secret: \"***\"").doesNotContain("hush");
    }

    @Test
    void goingBackRestoresTheTextWithItsRemarks() throws IOException {
        String text = Files.readString(file());
        Present before = present();
        var changed = (Present) setUp.apply(
                before.version(),
                new Draft("", Draft.Plan.NONE, Map.of(), Map.of(), List.of(), List.of(), Map.of()),
                "Li Wei");
        assertThat(setUp.inForce().zones()).isEmpty();

        var restored = (Present) setUp.restore(changed.version(), before.version(), "Ann");
        assertThat(Files.readString(file())).isEqualTo(text);
        assertThat(restored.version()).isEqualTo(before.version());
        assertThat(setUp.inForce().zones()).hasSize(1);
        assertThat(setUp.restore(restored.version(), "0000000000000000", "Ann")).isInstanceOf(Unknown.class);
    }

    @Test
    void goingBackLeavesWhatTheSetUpCannotChangeAsItIsByNow() throws IOException {
        Present before = present();
        setUp.apply(before.version(), capacity(before, "90"), "Li Wei");
        Files.writeString(file(), Files.readString(file()).replace("name: A", "name: B"));
        setUp.restore(present().version(), before.version(), "Ann");

        assertThat(Files.readString(file())).contains("name: B", "capacity: 120");
    }

    @Test
    void whatNeedsARestartIsNotInForceBeforeIt() throws IOException {
        Files.writeString(file(), Files.readString(file()).replace("name: A", "name: B"));
        Present before = present();
        setUp.apply(before.version(), capacity(before, "90"), "Li Wei");

        assertThat(setUp.inForce().store().name()).isEqualTo("A");
        assertThat(setUp.inForce().store().capacity()).isEqualTo(90);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Present before = present();
        Files.writeString(folder.resolve("earlier"), "in the way");

        assertThat(setUp.apply(before.version(), capacity(before, "90"), "Li Wei"))
                .isInstanceOfSatisfying(
                        NotWritten.class, it -> assertThat(it.why()).contains("must be writable"));
        assertThat(running).isEmpty();
    }

    @Test
    void theFilesRightsAndItsLinkStayAsTheyAre() throws IOException {
        Path elsewhere = Files.move(file(), folder.resolve("real.yaml"));
        Files.createSymbolicLink(file(), elsewhere);
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r-----"));
        write(elsewhere);
        Present before = present();
        setUp.apply(before.version(), capacity(before, "90"), "Li Wei");

        assertThat(file()).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
                .isEqualTo("rw-r-----");
        assertThat(Files.readString(elsewhere)).contains("90");
    }

    @Test
    void whatTheSetUpDoesNotChangeIsTakenOverWhole() throws IOException {
        StoreConfig full = loaded(Files.readString(Path.of("../config/full/store.yaml")));

        assertThat(full.takingOver(full)).isEqualTo(full);
    }

    private void write(Path ignored) throws IOException {
        setUp = new SetUp(
                folder,
                loaded(Files.readString(file())),
                Files.readString(file()),
                InstantSource.fixed(NOW),
                CompletableFuture::completedFuture,
                remembered::add);
    }

    private Path file() {
        return folder.resolve(ConfigLoader.FILE);
    }

    private Present present() {
        return (Present) setUp.present();
    }

    private static Draft capacity(Present from, String capacity) {
        Draft draft = from.draft();
        return new Draft(
                capacity,
                draft.plan(),
                draft.hours(),
                draft.exceptions(),
                draft.zones(),
                draft.lines(),
                draft.places());
    }

    private static StoreConfig loaded(String yaml) {
        return ((LoadResult.Loaded) ConfigLoader.parse(ConfigLoader.FILE, yaml, null)).config();
    }
}
