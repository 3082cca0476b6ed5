package dev.footfall.gateway.wiring;

import dev.footfall.gateway.access.Attempts;
import dev.footfall.gateway.access.Sessions;
import dev.footfall.gateway.access.Staff;
import dev.footfall.gateway.access.Visitor;
import dev.footfall.gateway.api.LogIn;
import dev.footfall.gateway.config.Accounts;
import dev.footfall.gateway.config.KioskUser;
import dev.footfall.gateway.observability.GatewayMetrics;
import dev.footfall.store.StoreConfig;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Logging in at the kiosk, as the configuration has it. */
final class KioskStaff {
    private KioskStaff() {}

    /** @throws StartProblem if the named file has problems: all of them */
    static LogIn logIn(StoreConfig.Kiosk kiosk, Path folder, GatewayMetrics metrics) {
        Sessions sessions = new Sessions(System::nanoTime);
        metrics.gauge("footfall.kiosk.sessions", "People logged in at the kiosk", sessions::count);
        return new LogIn(
                staff(kiosk, folder),
                sessions,
                new Attempts(System::nanoTime),
                outcome -> metrics.loggedIn(outcome.name().toLowerCase(Locale.ROOT)));
    }

    private static Staff staff(StoreConfig.Kiosk kiosk, Path folder) {
        String file = kiosk.users();
        if (file == null) {
            return Staff.NOBODY;
        }
        return switch (Accounts.ofKiosk(folder.resolve(file))) {
            case Accounts.Loaded<KioskUser> loaded ->
                (name, pin) ->
                        loaded.accounts().authenticate(name, pin).map(user -> new Visitor(user.name(), user.role()));
            case Accounts.Invalid<KioskUser> invalid ->
                throw new StartProblem(
                        invalid.problems().stream().map(Object::toString).collect(Collectors.joining("\n")),
                        new IllegalArgumentException(file));
        };
    }
}
