package dev.footfall.gateway.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Those who may connect to the MQTT endpoint, from {@code users.yaml}. May be used from any thread. */
public final class Users {
    private final SequencedMap<String, User> byName = new LinkedHashMap<>();
    private final Passwords passwords = new Passwords();

    private Users(List<User> users) {
        users.forEach(user -> byName.put(user.name(), user));
    }

    /** What came of reading the file. */
    public sealed interface Result {}

    /** Everything holds. */
    public record Loaded(Users users) implements Result {}

    /** Something is wrong: every problem, in the order of the lines; never empty. */
    public record Invalid(List<Problem> problems) implements Result {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** Reads the file. Problems call it by its last name. */
    public static Result load(Path file) {
        Problems problems = new Problems(String.valueOf(file.getFileName()));
        String text = YamlText.read(file, problems);
        Node root = text == null ? null : YamlTree.compose(text, problems);
        List<User> users = root == null ? List.of() : UsersFile.read(new Value(root, "users", problems));
        return problems.none() ? new Loaded(new Users(users)) : new Invalid(problems.inOrder());
    }

    /** The user of this name, whoever asks. */
    public Optional<User> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The user of this name, if the password is theirs. The first success and every failure cost one bcrypt, some tens to
     * hundreds of milliseconds; an unknown name costs as much as a wrong password.
     */
    public Optional<User> authenticate(@Nullable String name, @Nullable String password) {
        User user = name == null ? null : byName.get(name);
        if (byName.isEmpty() || name == null || password == null) {
            return Optional.empty();
        }
        User compared = user == null ? byName.firstEntry().getValue() : user;
        boolean right = passwords.verify(name, password.getBytes(UTF_8), compared.passwordHash());
        return user != null && right ? Optional.of(user) : Optional.empty();
    }

    /** In the file's order. */
    public List<User> all() {
        return List.copyOf(byName.values());
    }
}
