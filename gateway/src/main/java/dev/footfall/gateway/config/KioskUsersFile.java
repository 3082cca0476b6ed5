package dev.footfall.gateway.config;

import dev.footfall.gateway.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the file holds that {@code kiosk.users} names: a list of names, roles and PIN hashes. */
final class KioskUsersFile {
    static final List<String> KEYS = List.of("name", "role", "pin-hash");

    private static final int LONGEST_NAME = 64;
    private static final List<String> ROLES = List.of(Role.TECHNICIAN.wireName(), Role.MANAGER.wireName());

    static final AccountList<KioskUser> LIST = new AccountList<>(
            KEYS,
            Rule.of("kiosk-user", "must be a section with name, role and pin-hash"),
            Form.of(
                    Rule.of(
                            "user-name",
                            "must be 1 to {most} characters without control characters",
                            "most",
                            LONGEST_NAME),
                    text -> text.isBlank()
                                    || text.length() > LONGEST_NAME
                                    || text.chars().anyMatch(Character::isISOControl)
                            ? null
                            : text.strip()),
            "who logs in with the PIN",
            "pin-hash",
            KioskUsersFile::user);

    private KioskUsersFile() {}

    private static @Nullable KioskUser user(Section entry, @Nullable String name, @Nullable String hash) {
        String role = entry.required("role", Forms.oneOf(ROLES), "technician or manager");
        return name == null || role == null || hash == null
                ? null
                : new KioskUser(name, role.equals("manager") ? Role.MANAGER : Role.TECHNICIAN, hash);
    }
}
