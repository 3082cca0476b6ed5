package dev.footfall.gateway.api;

import dev.footfall.gateway.access.Role;
import dev.footfall.gateway.access.Sessions;
import dev.footfall.gateway.access.Visitor;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Objects;
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
    private static final Set<String> PUBLIC = Set.of("/privacy", HttpApi.PRIVACY, "/door");
    private static final Set<String> OPENED_BY_LINK = Set.of("/", "/door");
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1");
    private static final Problem NOT_OUR_NAME = new Problem(
            421,
            "unknown-host",
            "This is not a name of the gateway",
            "Without a token the gateway answers only as localhost or under its configured kiosk address");
    private static final Problem CROSS_SITE =
            new Problem(403, "cross-site", "Not from another site", "A browser sent this for a page of another site");

    private static final Problem NOT_OUR_PAGE = new Problem(
            403,
            "cross-site",
            "Not from our own page",
            "What changes something by a session's cookie must come from a page of this gateway, with the header "
                    + Visitors.OWN_HEADER);
    private static final String VISITOR = "footfall.visitor";

    private final AccessPolicy policy;
    private final Visitors visitors;
    private final boolean pins;
    private final String kioskHost;
    private final Buffer denied;

    /**
     * @param pins whether anybody may log in with one
     * @param denied the page that tells a person in a browser what to do
     */
    AccessGate(AccessPolicy policy, Visitors visitors, boolean pins, String kioskHost, Buffer denied) {
        this.policy = policy;
        this.visitors = visitors;
        this.pins = pins;
        this.denied = denied;
        this.kioskHost = bare(kioskHost);
    }

    @Override
    public void handle(RoutingContext request) {
        boolean ingest = request.normalizedPath().startsWith(INGEST);
        AccessToken token = ingest ? policy.device() : policy.viewer();
        if (ingest && Caller.isCrossSite(request.request())) {
            CROSS_SITE.send(request);
        } else if (!ingest && offersTokenInAddress(request)) {
            welcomeByLink(request, token);
        } else if (isPublic(request.normalizedPath())) {
            request.next();
        } else if ((token != null && proves(request, token)) || (!ingest && isKnown(request))) {
            request.next();
        } else if (!Caller.isLocal(request.request())) {
            refuse(request, ingest, token);
        } else if (!ownName(request.request())) {
            NOT_OUR_NAME.send(request);
        } else {
            request.next();
        }
    }

    /** Stands before what only managers may do. */
    void manage(RoutingContext request) {
        allow(request, Role.MANAGER);
    }

    /** Stands before what technicians and managers may do. */
    void maintain(RoutingContext request) {
        allow(request, Role.TECHNICIAN);
    }

    /** Whoever a request that {@link #manage} or {@link #maintain} let pass comes from. */
    static Visitor visitor(RoutingContext request) {
        return Objects.requireNonNull(request.<Visitor>get(VISITOR), "the gate let nobody pass");
    }

    private void allow(RoutingContext request, Role needed) {
        Optional<Visitor> byToken = visitors.byToken(request);
        // A browser sends cookies along for other sites' pages as well; a token in a header it sends for nobody.
        if (byToken.isEmpty() && Visitors.sessionSecret(request).isPresent() && !Visitors.isFromOurPage(request)) {
            NOT_OUR_PAGE.send(request);
            return;
        }
        Optional<Visitor> visitor = byToken.or(() -> visitors.doing(request).map(Sessions.Session::visitor));
        if (visitor.isEmpty()) {
            askWho(request, needed);
        } else if (!visitor.get().role().includes(needed)) {
            new Problem(
                            403,
                            "role-required",
                            "This is for another role",
                            "This needs the role [" + needed.wireName() + "]; you are logged in as ["
                                    + visitor.get().role().wireName() + "]")
                    .send(request);
        } else {
            request.put(VISITOR, visitor.get());
            request.next();
        }
    }

    private void askWho(RoutingContext request, Role needed) {
        request.response().putHeader("WWW-Authenticate", "Bearer");
        if (Visitors.sessionSecret(request).isPresent()) {
            new Problem(401, "session-ended", "Your session has ended", "Log in again and repeat it").send(request);
            return;
        }
        String role = needed.wireName();
        String detail = policy.manager() == null && policy.technician() == null && !pins
                ? "Nobody may change anything: no " + role + "'s token is configured and kiosk.users names nobody. Set"
                        + " FOOTFALL_" + needed + "_TOKEN to allow it"
                : "Log in at the kiosk, or send the " + role + "'s token as 'Authorization: Bearer …'";
        new Problem(401, "token-required", "The " + role + "'s token is required", detail).send(request);
    }

    /** What holds no figure: what shoppers may read, and the files that pages are made of. */
    private static boolean isPublic(String path) {
        return PUBLIC.contains(path) || path.startsWith(KioskAssets.FOLDER);
    }

    /** The link that a manager opens on a phone: the token goes from the address into a cookie, and out of sight. */
    private static boolean offersTokenInAddress(RoutingContext request) {
        return OPENED_BY_LINK.contains(request.normalizedPath())
                && request.queryParams().contains("token");
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
                .setSecure(Caller.isEncrypted(request.request()))
                .setSameSite(CookieSameSite.LAX) // Strict would not be sent when the link is opened from a chat
                .setMaxAge(COOKIE_SECONDS);
        String lang = request.queryParams().get("lang");
        boolean plain = lang != null && lang.matches("[A-Za-z-]{2,20}");
        request.response()
                .addCookie(cookie)
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, request.normalizedPath() + (plain ? "?lang=" + lang : ""))
                .end()
                .onFailure(ClientGone::ignore);
    }

    private static boolean proves(RoutingContext request, AccessToken token) {
        if (request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            return Visitors.secret(request).map(token::matches).orElse(false);
        }
        Cookie cookie = request.request().getCookie(COOKIE);
        return cookie != null && token.matchesCookie(cookie.getValue());
    }

    private boolean isKnown(RoutingContext request) {
        return visitors.byToken(request).isPresent()
                || visitors.loggedIn(request).isPresent();
    }

    private void refuse(RoutingContext request, boolean ingest, @Nullable AccessToken token) {
        String accept = request.request().getHeader(HttpHeaders.ACCEPT);
        if (OPENED_BY_LINK.contains(request.normalizedPath()) && accept != null && accept.contains("text/html")) {
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

    private boolean ownName(HttpServerRequest request) {
        HostAndPort host = request.authority();
        if (host == null) {
            return true; // HTTP/1.0 without Host: no browser sends that
        }
        String name = bare(host.host());
        return OWN_NAMES.contains(name) || name.equals(kioskHost);
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
    }
}
