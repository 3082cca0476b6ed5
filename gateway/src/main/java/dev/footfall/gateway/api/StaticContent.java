package dev.footfall.gateway.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/**
 * Bytes that stay the same while the process runs.
 *
 * @param etag weak, since compression may change the bytes on the way
 * @param caching what browsers may do with it
 */
record StaticContent(String type, Buffer body, String etag, String caching) {
    /** A library of another version has other bytes, but nobody waits for it: a day old will do. */
    private static final String A_DAY = "private, max-age=86400";

    /** Browsers keep it and ask each time whether it is still the same. */
    static StaticContent of(String type, Buffer body) {
        return new StaticContent(type, body, tag(body), "no-cache");
    }

    /** Browsers keep it for a day without asking. */
    static StaticContent kept(String type, Buffer body) {
        return new StaticContent(type, body, tag(body), A_DAY);
    }

    private static String tag(Buffer body) {
        return "W/\"" + UUID.nameUUIDFromBytes(body.getBytes()) + '"';
    }

    void send(RoutingContext request) {
        HttpServerResponse response =
                request.response().putHeader(HttpHeaders.CACHE_CONTROL, caching).putHeader(HttpHeaders.ETAG, etag);
        String known = request.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(etag)) {
            response.setStatusCode(304).end().onFailure(ClientGone::ignore);
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(body).onFailure(ClientGone::ignore);
    }
}
