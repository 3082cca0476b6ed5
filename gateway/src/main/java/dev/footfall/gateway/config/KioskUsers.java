package dev.footfall.gateway.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.nodes.Node;

/** Those who may log in at the kiosk. May be used from any thread. */
public final class KioskUsers {
    private final SequencedMap<String, KioskUser> byName = new LinkedHashMap<>();
    private final Passwords passwords = new Passwords();

    private KioskUsers(List<KioskUser> users) {
        users.forEach(user -> byName.put(user.name(), user));
    }

    /** What came of reading the file. */
    public sealed interface Result {}

    /** Everything holds. */
    public record Loaded(KioskUsers users) implements Result {}

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
        List<KioskUser> users = root == null ? List.of() : KioskUsersFile.read(new Value(root, "users", problems));
        return problems.none() ? new Loaded(new KioskUsers(users)) : new Invalid(problems.inOrder());
    }

    /**
     * The user of this name, if the PIN is theirs. The first success and every failure cost one bcrypt; an unknown name
     * costs as much as a wrong PIN.
     */
    public Optional<KioskUser> authenticate(String name, String pin) {
        if (byName.isEmpty()) {
            return Optional.empty();
        }
        KioskUser user = byName.get(name.strip());
        KioskUser compared = user == null ? byName.firstEntry().getValue() : user;
        boolean right = passwords.verify(name, pin.getBytes(UTF_8), compared.pinHash());
        return user != null && right ? Optional.of(user) : Optional.empty();
    }
}
