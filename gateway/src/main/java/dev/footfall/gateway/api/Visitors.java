package dev.footfall.gateway.api;

import dev.footfall.gateway.access.Role;
import dev.footfall.gateway.access.Sessions;
import dev.footfall.gateway.access.Visitor;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who sends a request, by the token in its header or by its session's cookie. */
final class Visitors {
    static final String SESSION_COOKIE = "footfall_session";
    /** A page of another site cannot send it without asking first, and is not allowed to. */
    static final String OWN_HEADER = "X-Footfall-Request";

    private final AccessPolicy policy;
    private final Sessions sessions;

    Visitors(AccessPolicy policy, Sessions sessions) {
        this.policy = policy;
        this.sessions = sessions;
    }

    /** The secret of a header {@code Authorization}: bearer; or basic with any user name, all that many devices can send. */
    static Optional<String> secret(RoutingContext request) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header == null ? Optional.empty() : secretIn(header);
    }

    /** Whoever showed a token of a role that may write. */
    Optional<Visitor> byToken(RoutingContext request) {
        return secret(request).flatMap(this::holderOf);
    }

    /** Whose token that is, of those that may write. */
    Optional<Visitor> holderOf(String secret) {
        if (matches(policy.manager(), secret)) {
            return Optional.of(Visitor.byToken(Role.MANAGER));
        }
        return matches(policy.technician(), secret) ? Optional.of(Visitor.byToken(Role.TECHNICIAN)) : Optional.empty();
    }

    private static boolean matches(@Nullable AccessToken token, String secret) {
        return token != null && token.matches(secret);
    }

    /** Whoever is logged in; looking does not count as doing something. */
    Optional<Sessions.Session> loggedIn(RoutingContext request) {
        return sessionSecret(request).flatMap(sessions::peek);
    }

    /** Whoever is logged in, and does something. */
    Optional<Sessions.Session> doing(RoutingContext request) {
        return sessionSecret(request).flatMap(sessions::use);
    }

    static Optional<String> sessionSecret(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(SESSION_COOKIE)).map(Cookie::getValue);
    }

    /** True if only a page of this very gateway can have sent it, whatever cookies come along. */
    static boolean isFromOurPage(RoutingContext request) {
        return request.request().headers().contains(OWN_HEADER) && !Caller.isCrossSite(request.request());
    }

    private static Optional<String> secretIn(String authorization) {
        int space = authorization.indexOf(' ');
        String scheme = authorization.substring(0, Math.max(space, 0)).toLowerCase(Locale.ROOT);
        String rest = authorization.substring(space + 1).strip();
        return switch (scheme) {
            case "bearer" -> Optional.of(rest);
            case "basic" -> password(rest);
            default -> Optional.empty();
        };
    }

    private static Optional<String> password(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
