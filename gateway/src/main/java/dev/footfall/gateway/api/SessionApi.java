package dev.footfall.gateway.api;

import dev.footfall.gateway.access.Sessions;
import dev.footfall.gateway.access.Staff;
import dev.footfall.gateway.access.Visitor;
import dev.footfall.gateway.api.LogIn.Outcome;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logging in and out at the kiosk, with a name and a PIN or with a token. */
final class SessionApi {
    private static final Logger LOG = LoggerFactory.getLogger(SessionApi.class);
    private static final String PATH = "/api/v1/session";
    private static final int MAX_BODY = 4 * 1024;
    private static final int MOST_WAITING = 16;
    private static final Problem CROSS_SITE = new Problem(
            403,
            "cross-site",
            "Not from our own page",
            "Logging in must come from a page of this gateway, with the header " + Visitors.OWN_HEADER);
    private static final Problem REFUSED = new Problem(
            401,
            "log-in-refused",
            "That is not right",
            "Name and PIN do not belong together, or the token is none; after ten wrong tries you have to wait");
    private static final Problem NOBODY = new Problem(
            401,
            "log-in-refused",
            "Nobody may log in",
            "kiosk.users names no file of people with PINs, and no manager's or technician's token is configured");
    private static final Problem UNREADABLE = new Problem(
            400, "bad-request", "The request cannot be read", "Send {\"name\":…,\"pin\":…} or {\"token\":…} as JSON");

    private final Vertx vertx;
    private final LogIn logIn;
    private final Visitors visitors;
    private final boolean possible;
    private int waiting;

    SessionApi(Vertx vertx, LogIn logIn, Visitors visitors, AccessPolicy policy) {
        this.vertx = vertx;
        this.logIn = logIn;
        this.visitors = visitors;
        this.possible = logIn.staff() != Staff.NOBODY || policy.manager() != null || policy.technician() != null;
    }

    void mount(Router router) {
        router.post(PATH).handler(SessionApi::fromOurPage);
        router.post(PATH)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .handler(this::begin);
        router.delete(PATH).handler(SessionApi::fromOurPage).handler(this::end);
        router.route(PATH).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::tell);
        router.route(PATH).handler(request -> {
            request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, DELETE");
            Failures.WRONG_METHOD.send(request);
        });
    }

    private static void fromOurPage(RoutingContext request) {
        if (Visitors.isFromOurPage(request)) {
            request.next();
        } else {
            CROSS_SITE.send(request);
        }
    }

    private void begin(RoutingContext request) {
        Credentials given = credentials(request);
        if (given == null) {
            UNREADABLE.send(request);
            return;
        }
        if (!possible) {
            NOBODY.send(request);
            return;
        }
        String address = Caller.address(request.request());
        Duration wait = waiting >= MOST_WAITING
                ? Duration.ofSeconds(1)
                : logIn.attempts().begin(address);
        if (wait.isPositive()) {
            logIn.counted().accept(Outcome.LOCKED);
            locked(request, wait);
            return;
        }
        waiting++;
        vertx.executeBlocking(() -> who(given), false).onComplete(answer -> {
            waiting--;
            if (answer.failed()) {
                request.fail(answer.cause());
            } else {
                judged(request, address, answer.result());
            }
        });
    }

    /** Name and PIN; or a token, and neither. */
    private record Credentials(String name, String pin, String token) {}

    private static @org.jspecify.annotations.Nullable Credentials credentials(RoutingContext request) {
        try {
            JsonObject body = request.body().asJsonObject();
            return body == null
                    ? null
                    : new Credentials(
                            body.getString("name", ""), body.getString("pin", ""), body.getString("token", ""));
        } catch (DecodeException | ClassCastException ignored) {
            return null;
        }
    }

    private Optional<Visitor> who(Credentials given) {
        return given.token().isEmpty()
                ? logIn.staff().whoIs(given.name(), given.pin())
                : visitors.holderOf(given.token());
    }

    private void judged(RoutingContext request, String address, Optional<Visitor> visitor) {
        if (visitor.isEmpty()) {
            logIn.counted().accept(Outcome.REFUSED);
            request.response().putHeader("WWW-Authenticate", "Bearer");
            REFUSED.send(request);
            return;
        }
        logIn.attempts().succeeded(address);
        logIn.counted().accept(Outcome.ACCEPTED);
        Visitors.sessionSecret(request).ifPresent(logIn.sessions()::end);
        String secret = logIn.sessions().open(visitor.get());
        LOG.info(
                "{} logged in as {}", visitor.get().name(), visitor.get().role().wireName());
        request.response().addCookie(cookie(request, secret).setMaxAge(Sessions.LIFETIME.toSeconds()));
        send(request, Optional.of(visitor.get()), logIn.sessions().peek(secret).map(Sessions.Session::left));
    }

    private static void locked(RoutingContext request, Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        request.response().putHeader("Retry-After", Long.toString(seconds));
        new Problem(
                        429,
                        "log-in-locked",
                        "Too many wrong tries",
                        "Wait " + seconds + " seconds, then try again; the wait doubles with every further wrong try")
                .send(request);
    }

    private void end(RoutingContext request) {
        Visitors.sessionSecret(request).ifPresent(logIn.sessions()::end);
        request.response()
                .addCookie(cookie(request, "").setMaxAge(0))
                .setStatusCode(204)
                .end()
                .onFailure(ClientGone::ignore);
    }

    private static Cookie cookie(RoutingContext request, String value) {
        return Cookie.cookie(Visitors.SESSION_COOKIE, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(Caller.isEncrypted(request.request()))
                .setSameSite(CookieSameSite.STRICT);
    }

    private void tell(RoutingContext request) {
        Optional<Sessions.Session> session = visitors.loggedIn(request);
        send(
                request,
                session.map(Sessions.Session::visitor).or(() -> visitors.byToken(request)),
                session.map(Sessions.Session::left));
    }

    private static void send(RoutingContext request, Optional<Visitor> visitor, Optional<Duration> left) {
        Reads.send(request, JsonBody.object(out -> {
            out.writeStringField(
                    "role", visitor.map(each -> each.role().wireName()).orElse("viewer"));
            out.writeStringField("name", visitor.map(Visitor::name).orElse(null));
            JsonBody.whole(out, "ends_in_s", left.map(Duration::toSeconds).orElse(null));
        }));
    }
}
