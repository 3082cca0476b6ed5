package dev.footfall.gateway.api;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in or turns them away. Open without a token is only what comes from this machine <em>and</em> asks for it by
 * a name of this machine: otherwise a web page could have its own name resolve to 127.0.0.1 and read the store's figures
 * through a browser that stands here. A request that a proxy passed on is not from this machine.
 */
final class AccessGate implements Handler<RoutingContext> {
    static final String COOKIE = "footfall_viewer";
    private static final String INGEST = "/ingest/";
    private static final long COOKIE_SECONDS = 90L * 24 * 3600;
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1");
    private static final Problem NOT_OUR_NAME = new Problem(
            421,
            "unknown-host",
            "This is not a name of the gateway",
            "Without a token the gateway answers only as localhost or under its configured kiosk address");
    private static final Problem CROSS_SITE =
            new Problem(403, "cross-site", "Not from another site", "A browser sent this for a page of another site");

    private final AccessPolicy policy;
    private final String kioskHost;
    private final Buffer denied;

    /** @param denied the page that tells a person in a browser what to do */
    AccessGate(AccessPolicy policy, String kioskHost, Buffer denied) {
        this.policy = policy;
        this.denied = denied;
        this.kioskHost = bare(kioskHost);
    }

    @Override
    public void handle(RoutingContext request) {
        boolean ingest = request.normalizedPath().startsWith(INGEST);
        AccessToken token = ingest ? policy.device() : policy.viewer();
        if (ingest && crossSite(request.request())) {
            CROSS_SITE.send(request);
        } else if (!ingest && offersTokenInAddress(request)) {
            welcomeByLink(request, token);
        } else if ((token != null && proves(request, token)) || (!ingest && isManager(request))) {
            request.next();
        } else if (!local(request.request())) {
            refuse(request, ingest, token);
        } else if (!ownName(request.request())) {
            NOT_OUR_NAME.send(request);
        } else {
            request.next();
        }
    }

    /** Stands before what writes: that needs the manager's token in the header, wherever the request comes from. */
    void manage(RoutingContext request) {
        if (isManager(request)) {
            request.next();
            return;
        }
        request.response().putHeader("WWW-Authenticate", "Bearer");
        String detail = policy.manager() == null
                ? "Nobody may change anything: no manager's token is configured. Set FOOTFALL_MANAGER_TOKEN to allow it"
                : "Send the manager's token as 'Authorization: Bearer …'";
        new Problem(401, "token-required", "The manager's token is required", detail).send(request);
    }

    private boolean isManager(RoutingContext request) {
        AccessToken manager = policy.manager();
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return manager != null
                && header != null
                && secretIn(header).map(manager::matches).orElse(false);
    }

    /** The link that a manager opens on a phone: the token goes from the address into a cookie, and out of sight. */
    private static boolean offersTokenInAddress(RoutingContext request) {
        return request.normalizedPath().equals("/") && request.queryParams().contains("token");
    }

    private void welcomeByLink(RoutingContext request, @Nullable AccessToken token) {
        String offered = request.queryParams().get("token");
        if (token == null || offered == null || !token.matches(offered)) {
            refuse(request, false, token);
            return;
        }
        Cookie cookie = Cookie.cookie(COOKIE, token.cookie())
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(request.request().isSSL())
                .setSameSite(CookieSameSite.LAX) // Strict would not be sent when the link is opened from a chat
                .setMaxAge(COOKIE_SECONDS);
        String lang = request.queryParams().get("lang");
        boolean plain = lang != null && lang.matches("[A-Za-z-]{2,20}");
        request.response()
                .addCookie(cookie)
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, plain ? "/?lang=" + lang : "/")
                .end()
                .onFailure(ClientGone::ignore);
    }

    private static boolean proves(RoutingContext request, AccessToken token) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return secretIn(header).map(token::matches).orElse(false);
        }
        Cookie cookie = request.request().getCookie(COOKIE);
        return cookie != null && token.matchesCookie(cookie.getValue());
    }

    /** Bearer; or Basic with any user name, because that is all that many devices can send. */
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

    private void refuse(RoutingContext request, boolean ingest, @Nullable AccessToken token) {
        String accept = request.request().getHeader(HttpHeaders.ACCEPT);
        if (request.normalizedPath().equals("/") && accept != null && accept.contains("text/html")) {
            request.response()
                    .setStatusCode(401)
                    .putHeader("WWW-Authenticate", "Bearer")
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .end(denied)
                    .onFailure(ClientGone::ignore);
            return;
        }
        String variable = ingest ? "FOOTFALL_DEVICE_TOKEN" : "FOOTFALL_VIEWER_TOKEN";
        String detail = token == null
                ? "Only this machine itself may do this: no token is configured. Set " + variable + " to allow others"
                : "Send the token as 'Authorization: Bearer …'" + (ingest ? "" : ", or open /?token=… once");
        request.response().putHeader("WWW-Authenticate", ingest ? "Basic realm=\"footfall\"" : "Bearer");
        new Problem(401, "token-required", "A token is required", detail).send(request);
    }

    private static boolean local(HttpServerRequest request) {
        if (request.headers().contains("Forwarded") || request.headers().contains("X-Forwarded-For")) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(request.remoteAddress().hostAddress()).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean ownName(HttpServerRequest request) {
        HostAndPort host = request.authority();
        if (host == null) {
            return true; // HTTP/1.0 without Host: no browser sends that
        }
        String name = bare(host.host());
        return OWN_NAMES.contains(name) || name.equals(kioskHost);
    }

    private static boolean crossSite(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        HostAndPort host = request.authority();
        boolean otherOrigin =
                origin != null && (host == null || !origin.endsWith("://" + request.getHeader(HttpHeaders.HOST)));
        return otherOrigin || (site != null && !site.equals("same-origin") && !site.equals("none"));
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
    }
}
