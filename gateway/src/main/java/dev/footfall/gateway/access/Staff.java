package dev.footfall.gateway.access;

import java.util.Optional;

/** Those who have a PIN. */
@FunctionalInterface
public interface Staff {
    /** Nobody has one. */
    Staff NOBODY = (name, pin) -> Optional.empty();

    /** Who that is, if the PIN is theirs. Takes its time: it compares with a slow hash. */
    Optional<Visitor> whoIs(String name, String pin);
}
