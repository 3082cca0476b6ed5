package dev.footfall.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
    /** From the test vectors that every bcrypt agrees on: the password is "U*U", cost 5. */
    private static final String U_U = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    private static final String SECRET = BCrypt.with(BCrypt.Version.VERSION_2Y).hashToString(4, "s3cret".toCharArray());

    @TempDir
    Path folder;

    @Test
    void aRightPasswordFindsTheUserWithTheirTopics() throws Exception {
        Accounts<User> users = users("""
                - name: door-1
                  password-hash: "%s"
                  topics: ["footfall/in/door-1", "em/+/status"]
                - { name: cam-1, password-hash: "%s", topics: ["frigate/#"] }
                """.formatted(U_U, SECRET));
        assertThat(users.authenticate("door-1", "U*U"))
                .contains(new User("door-1", U_U, List.of("footfall/in/door-1", "em/+/status")));
        assertThat(users.authenticate("cam-1", "s3cret")).map(User::name).contains("cam-1");
        assertThat(users.all()).extracting(User::name).containsExactly("door-1", "cam-1");
        assertThat(users.named("cam-1")).map(User::topics).contains(List.of("frigate/#"));
    }

    @Test
    void anythingElseFindsNobody() throws Exception {
        Accounts<User> users = users("""
                - { name: door-1, password-hash: "%s", topics: [a] }
                - { name: cam-1, password-hash: "%s", topics: [a] }
                """.formatted(U_U, SECRET));
        assertThat(users.authenticate("door-1", "U*u")).isEmpty();
        assertThat(users.authenticate("door-1", "")).isEmpty();
        assertThat(users.authenticate("door-1", "s3cret")).isEmpty();
        assertThat(users.authenticate("door-2", "U*U")).isEmpty();
        assertThat(users.authenticate(null, "U*U")).isEmpty();
        assertThat(users.authenticate("door-1", null)).isEmpty();
        assertThat(users.authenticate("door-1", "U*U" + "x".repeat(100))).isEmpty();
        assertThat(users("[]\n").authenticate("door-1", "U*U")).isEmpty();
    }

    @Test
    void aPasswordBeyondWhatBcryptSeesIsNotTakenForItsBeginning() throws Exception {
        String longest = "p".repeat(72);
        String hash = BCrypt.withDefaults().hashToString(4, longest.toCharArray());
        Accounts<User> users = users("- { name: a, password-hash: \"" + hash + "\", topics: [a] }\n");
        assertThat(users.authenticate("a", longest)).isPresent();
        assertThat(users.authenticate("a", longest + "x")).isEmpty();
    }

    @Test
    void whatWasRightOnceCostsNoBcryptAgainAndWhatIsWrongStaysWrong() throws Exception {
        String hash = BCrypt.withDefaults().hashToString(11, "slow".toCharArray());
        Accounts<User> users = users("- { name: a, password-hash: \"" + hash + "\", topics: [a] }\n");
        assertThat(users.authenticate("a", "slow")).isPresent();
        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            assertThat(users.authenticate("a", "slow")).isPresent();
        }
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(30);
        assertThat(users.authenticate("a", "slower")).isEmpty();
        assertThat(users.authenticate("b", "slow")).isEmpty();
        assertThat(users.authenticate("a", "slow")).isPresent();
    }

    @Test
    void everyProblemOfTheFileIsNamedAndNoSecretShown() throws Exception {
        assertThat(problems("""
                - name: door 1
                  password-hash: hunter2
                  topics: []
                - name: cam-1
                  password-hash: "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"
                  topics: ["a/#/b"]
                - { name: cam-1, password-hash: "%s", topics: [a], password: hunter2 }
                - { name: x, password-hash: [hunter2], topic: a }
                - { password-hash: }
                - hunter2
                """.formatted(U_U)))
                .containsExactly(
                        "users.yaml:1: users[0].name [door 1] must be 1 to 64 letters, digits, dots, dashes, underscores, @ or :",
                        "users.yaml:2: users[0].password-hash must be a bcrypt hash of cost 4 to 14; htpasswd -nBC 10 NAME prints"
                                + " one after the colon",
                        "users.yaml:3: users[0].topics must list at least one topic",
                        "users.yaml:5: users[1].password-hash must be a bcrypt hash of cost 4 to 14; htpasswd -nBC 10 NAME prints"
                                + " one after the colon",
                        "users.yaml:6: users[1].topics[0] [a/#/b] must have # only alone in the last level, for example"
                                + " frigate/#",
                        "users.yaml:7: users[2].password is not a known key; known are name, password-hash, topics",
                        "users.yaml:7: users[2].name [cam-1] must be used once; line 4 has a user of this name",
                        "users.yaml:8: users[3].topic is not a known key; did you mean topics?",
                        "users.yaml:8: users[3].password-hash is empty; it must be a bcrypt hash of cost 4 to 14; htpasswd -nBC 10"
                                + " NAME prints one after the colon",
                        "users.yaml:8: users[3].topics must be given, the topics they may publish to, for example"
                                + " [\"footfall/in/door-1\"]",
                        "users.yaml:9: users[4].name must be given, the MQTT user name",
                        "users.yaml:9: users[4].password-hash is empty; it must be a bcrypt hash of cost 4 to 14; htpasswd -nBC 10"
                                + " NAME prints one after the colon",
                        "users.yaml:9: users[4].topics must be given, the topics they may publish to, for example"
                                + " [\"footfall/in/door-1\"]",
                        "users.yaml:10: users[5] must be a section with name, password-hash and topics");
    }

    @Test
    void aUserIsPrintedWithoutTheHash() {
        assertThat(new User("a", U_U, List.of("x"))).hasToString("User[a, topics [x]]");
    }

    @Test
    void theStoresConfigurationIsNotValidWithWrongUsers() throws Exception {
        Files.writeString(folder.resolve("users.yaml"), "- { name: a, topics: [x] }\n");
        String yaml = Samples.MINIMAL + "ingest:\n  mqtt-listener: { users: users.yaml }\nkiosk: { adress: x }\n";
        assertThat(ConfigLoader.parse("store.yaml", yaml, folder))
                .isInstanceOfSatisfying(
                        LoadResult.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::toString)
                                .containsExactly(
                                        "store.yaml:9: kiosk.adress is not a known key; did you mean address?",
                                        "users.yaml:1: users[0].password-hash must be given, as made by htpasswd -nBC 10 NAME"));
    }

    private Accounts<User> users(String yaml) throws Exception {
        return ((Accounts.Loaded<User>) load(yaml)).accounts();
    }

    private List<String> problems(String yaml) throws Exception {
        return ((Accounts.Invalid<User>) load(yaml))
                .problems().stream().map(Problem::toString).toList();
    }

    private Accounts.Result<User> load(String yaml) throws Exception {
        return Accounts.ofListener(Files.writeString(folder.resolve("users.yaml"), yaml));
    }
}
