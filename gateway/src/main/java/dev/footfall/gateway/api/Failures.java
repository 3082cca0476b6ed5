package dev.footfall.gateway.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the router refuses, and bugs, into problem documents. Nobody ever gets a stack trace. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    static final Problem WRONG_METHOD = new Problem(
            405,
            "method-not-allowed",
            "This address is not used that way",
            "The Allow header names the methods it knows");
    private static final Problem BAD_REQUEST =
            new Problem(400, "bad-request", "The request cannot be read", "Check its address, headers and encoding");
    private static final Problem TOO_LARGE =
            new Problem(413, "too-large", "The request is too large", "Send less at once");
    private static final Problem BUG = new Problem(
            500, "internal", "The gateway failed to answer", "This is a fault of the gateway; its log tells more");

    private Failures() {}

    static void handle(Router router) {
        router.errorHandler(400, BAD_REQUEST::send);
        router.errorHandler(404, Failures::notFound);
        router.errorHandler(405, WRONG_METHOD::send);
        router.errorHandler(413, TOO_LARGE::send);
        router.errorHandler(500, Failures::bug);
    }

    private static void notFound(RoutingContext request) {
        String detail =
                "There is nothing at [" + request.normalizedPath() + "]; /api/v1/openapi.yaml lists what there is";
        new Problem(404, "not-found", "Not found", detail).send(request);
    }

    private static void bug(RoutingContext request) {
        LOG.error("{} {} failed", request.request().method(), request.normalizedPath(), request.failure());
        if (request.response().headWritten()) {
            request.response().reset().onFailure(ClientGone::ignore);
        } else {
            BUG.send(request);
        }
    }
}
