package dev.footfall.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.footfall.gateway.access.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskUsersTest {
    private static final String HASH = BCrypt.with(BCrypt.Version.VERSION_2Y).hashToString(4, "246810".toCharArray());

    @TempDir
    Path folder;

    @Test
    void aRightPinFindsThePersonWithTheirRole() throws Exception {
        var loaded = load("""
                - { name: "李伟", role: manager, pin-hash: "%s" }
                - { name: "Ann", role: technician, pin-hash: "%s" }
                """.formatted(HASH, HASH));

        Accounts<KioskUser> people = ((Accounts.Loaded<KioskUser>) loaded).accounts();
        assertThat(people.authenticate(" 李伟 ", "246810")).map(KioskUser::role).contains(Role.MANAGER);
        assertThat(people.authenticate("Ann", "246810")).map(KioskUser::role).contains(Role.TECHNICIAN);
        assertThat(people.authenticate("Ann", "246811")).isEmpty();
        assertThat(people.authenticate("Bob", "246810")).isEmpty();
    }

    @Test
    void everyProblemIsToldAndNoPinIsShown() throws Exception {
        var invalid = load("""
                - { name: Ann, role: boss, pin-hash: "246810" }
                - { name: Bob, role: manager }
                - 135791
                - { name: "", role: viewer, pin-hash: "%s", topics: [] }
                """.formatted(HASH));

        assertThat(((Accounts.Invalid<KioskUser>) invalid).problems().toString())
                .contains("people.yaml:1: users[0].role [boss] must be", "users[1].pin-hash", "users[3].topics")
                .contains("htpasswd -nBC 10 NAME")
                .doesNotContain("246810", "135791");
    }

    @Test
    void theCheckOfTheConfigurationTellsThemToo() throws Exception {
        Files.writeString(folder.resolve("people.yaml"), "- { name: Ann, role: boss }\n");
        Files.writeString(folder.resolve("store.yaml"), """
                store: { id: a, name: A, time-zone: UTC }
                entrances: []
                sensors: []
                kiosk: { users: people.yaml }
                """);

        assertThat(ConfigLoader.load(folder))
                .isInstanceOfSatisfying(
                        LoadResult.Invalid.class,
                        it -> assertThat(it.problems().toString())
                                .contains("people.yaml:1: users[0].role [boss]", "users[0].pin-hash"));
    }

    private Accounts.Result<KioskUser> load(String yaml) throws Exception {
        return Accounts.ofKiosk(Files.writeString(folder.resolve("people.yaml"), yaml));
    }
}
