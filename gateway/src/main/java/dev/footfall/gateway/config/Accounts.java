package dev.footfall.gateway.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** The accounts of a file by their names. May be used from any thread. */
public final class Accounts<A extends Account> {
    private final SequencedMap<String, A> byName = new LinkedHashMap<>();
    private final Passwords passwords = new Passwords();

    private Accounts(List<A> accounts) {
        accounts.forEach(account -> byName.put(account.name(), account));
    }

    /** What came of reading the file. */
    public sealed interface Result<A extends Account> {}

    /** Everything holds. */
    public record Loaded<A extends Account>(Accounts<A> accounts) implements Result<A> {}

    /** Something is wrong: every problem, in the order of the lines; never empty. */
    public record Invalid<A extends Account>(List<Problem> problems) implements Result<A> {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** Reads those who may connect to the MQTT endpoint: {@code users.yaml}. Problems call the file by its last name. */
    public static Result<User> ofListener(Path file) {
        return load(file, UsersFile.LIST);
    }

    /** Reads those who may log in at the kiosk. Problems call the file by its last name. */
    public static Result<KioskUser> ofKiosk(Path file) {
        return load(file, KioskUsersFile.LIST);
    }

    private static <A extends Account> Result<A> load(Path file, AccountList<A> list) {
        Problems problems = new Problems(String.valueOf(file.getFileName()));
        String text = YamlText.read(file, problems);
        Node root = text == null ? null : YamlTree.compose(text, problems);
        List<A> accounts = root == null ? List.of() : list.read(new Value(root, "users", problems));
        return problems.none() ? new Loaded<>(new Accounts<>(accounts)) : new Invalid<>(problems.inOrder());
    }

    /** The account of this name, whoever asks. */
    public Optional<A> named(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(byName.get(name.strip()));
    }

    /**
     * The account of this name, if the secret is theirs. The first success and every failure cost one bcrypt, some tens to
     * hundreds of milliseconds; an unknown name costs as much as a wrong secret.
     */
    public Optional<A> authenticate(@Nullable String name, @Nullable String secret) {
        if (byName.isEmpty() || name == null || secret == null) {
            return Optional.empty();
        }
        Optional<A> account = named(name);
        A compared = account.orElseGet(() -> byName.firstEntry().getValue());
        boolean right = passwords.verify(name, secret.getBytes(UTF_8), compared.hash());
        return right ? account : Optional.empty();
    }

    /** In the file's order. */
    public List<A> all() {
        return List.copyOf(byName.values());
    }
}
