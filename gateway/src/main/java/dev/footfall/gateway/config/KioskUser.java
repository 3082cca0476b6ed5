package dev.footfall.gateway.config;

import dev.footfall.gateway.access.Role;

/**
 * Someone who may log in at the kiosk.
 *
 * @param hash bcrypt, in the form that {@code htpasswd -B} prints
 */
public record KioskUser(String name, Role role, String hash) implements Account {

    /** Without the hash: it belongs into no log. */
    @Override
    public String toString() {
        return "KioskUser[" + name + ", " + role + "]";
    }
}
