package dev.footfall.gateway.wiring;

import dev.footfall.gateway.admission.TopicFilter;
import dev.footfall.gateway.config.Accounts;
import dev.footfall.gateway.config.User;
import dev.footfall.gateway.source.mqtt.Credentials;
import dev.footfall.store.StoreConfig;
import io.vertx.mqtt.MqttAuth;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The listener's users from {@code users.yaml}: who may connect, and on which topics. */
final class ListenerUsers implements Credentials {
    private final Accounts<User> users;

    private ListenerUsers(Accounts<User> users) {
        this.users = users;
    }

    /** @throws StartProblem if the named file has problems: all of them */
    static Credentials load(StoreConfig.MqttListener listener, Path folder) {
        String file = listener.users();
        if (file == null) {
            return OPEN;
        }
        return switch (Accounts.ofListener(folder.resolve(file))) {
            case Accounts.Loaded<User> loaded -> new ListenerUsers(loaded.accounts());
            case Accounts.Invalid<User> invalid ->
                throw new StartProblem(
                        invalid.problems().stream().map(Object::toString).collect(Collectors.joining("\n")),
                        new IllegalArgumentException(file));
        };
    }

    @Override
    public boolean asksForPasswords() {
        return true;
    }

    @Override
    public boolean mayConnect(@Nullable MqttAuth auth) {
        return auth != null
                && users.authenticate(auth.getUsername(), auth.getPassword()).isPresent();
    }

    @Override
    public boolean mayPublish(@Nullable MqttAuth auth, String topic) {
        Optional<User> user = auth == null ? Optional.empty() : users.named(auth.getUsername());
        return user.isPresent()
                && user.get().topics().stream()
                        .anyMatch(filter -> TopicFilter.of(filter).matches(topic));
    }
}
