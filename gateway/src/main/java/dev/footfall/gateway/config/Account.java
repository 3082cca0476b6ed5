package dev.footfall.gateway.config;

/** Somebody with a name and a secret, of which only the bcrypt hash is known, in the form that {@code htpasswd -B} prints. */
public sealed interface Account permits User, KioskUser {
    String name();

    String hash();
}
