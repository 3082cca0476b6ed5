package dev.footfall.gateway.config;

import dev.footfall.gateway.access.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the file that {@code kiosk.users} names: a list of names, roles and PIN hashes. */
final class KioskUsersFile {
    static final List<String> KEYS = List.of("name", "role", "pin-hash");

    private static final int LONGEST_NAME = 64;
    private static final List<String> ROLES = List.of(Role.TECHNICIAN.wireName(), Role.MANAGER.wireName());
    private static final Form<String> NAME = Form.of(
            Rule.of("user-name", "must be 1 to {most} characters without control characters", "most", LONGEST_NAME),
            text -> text.isBlank()
                            || text.length() > LONGEST_NAME
                            || text.chars().anyMatch(Character::isISOControl)
                    ? null
                    : text.strip());

    private final List<KioskUser> users = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private KioskUsersFile() {}

    static List<KioskUser> read(Value root) {
        KioskUsersFile file = new KioskUsersFile();
        root.items().forEach(file::readUser);
        return file.users;
    }

    private void readUser(Value item) {
        if (item.isScalar()) {
            // not shown: it may be a PIN that slipped out of its key
            item.wrongAsAWhole(Rule.of("kiosk-user", "must be a section with name, role and pin-hash"));
            return;
        }
        Section entry = item.section(KEYS);
        if (entry == null) {
            return;
        }
        String name = entry.required("name", NAME, "who logs in with the PIN");
        String role = entry.required("role", Forms.oneOf(ROLES), "technician or manager");
        String hash = pinHash(entry);
        Integer first = name == null ? null : lines.putIfAbsent(name, item.line());
        if (name != null && first != null) {
            entry.wrong(
                    "name",
                    name,
                    Rule.of("user-twice", "must be used once; line {line} has a user of this name", "line", first));
        } else if (name != null && role != null && hash != null) {
            users.add(new KioskUser(name, role.equals("manager") ? Role.MANAGER : Role.TECHNICIAN, hash));
        }
    }

    /** Whatever stands there may be a PIN in clear, so it is never shown. */
    private static @Nullable String pinHash(Section entry) {
        Value value = entry.value("pin-hash");
        if (value == null) {
            entry.missing("pin-hash", "as made by htpasswd -nBC 10 NAME");
            return null;
        }
        return value.asSecret(UsersFile.HASH_FORM);
    }
}
