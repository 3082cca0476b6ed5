package dev.footfall.gateway.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/**
 * Bytes that stay the same while the process runs. Browsers keep them and ask each time whether they are still the same.
 *
 * @param etag weak, since compression may change the bytes on the way
 */
record StaticContent(String type, Buffer body, String etag) {

    static StaticContent of(String type, Buffer body) {
        return new StaticContent(type, body, "W/\"" + UUID.nameUUIDFromBytes(body.getBytes()) + '"');
    }

    void send(RoutingContext request) {
        HttpServerResponse response = request.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.ETAG, etag);
        String known = request.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(etag)) {
            response.setStatusCode(304).end().onFailure(ClientGone::ignore);
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(body).onFailure(ClientGone::ignore);
    }
}
