package dev.footfall.gateway.access;

/**
 * Somebody who has shown who they are.
 *
 * @param name as the users' file has it; of those who showed a token, the role
 */
public record Visitor(String name, Role role) {

    /** Whoever holds the token of the role: nobody in particular. */
    public static Visitor byToken(Role role) {
        return new Visitor(role.wireName(), role);
    }
}
