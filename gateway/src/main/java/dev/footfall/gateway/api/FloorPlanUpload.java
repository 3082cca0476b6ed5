package dev.footfall.gateway.api;

import dev.footfall.gateway.setup.PlanImage;
import dev.footfall.gateway.setup.SetUp;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;

/** Takes a picture of the floor, for drafts of the set-up to name. Managers only; the bytes decide what it is. */
final class FloorPlanUpload {
    static final String PATH = "/api/v1/setup/floor-plan";
    private static final Problem A_FORM = new Problem(
            415,
            "not-a-picture",
            "This must be a picture",
            "Send the file itself as the body, with 'Content-Type: image/png', 'image/jpeg' or 'image/svg+xml'");

    private final Vertx vertx;
    private final SetUp setUp;

    FloorPlanUpload(Vertx vertx, SetUp setUp) {
        this.vertx = vertx;
        this.setUp = setUp;
    }

    void mount(Router router, AccessGate gate) {
        router.route(HttpMethod.POST, PATH).handler(gate::manage).handler(FloorPlanUpload::judgeHead);
        router.route(HttpMethod.POST, PATH)
                .handler(BodyHandler.create(false).setBodyLimit(PlanImage.MOST_BYTES))
                .handler(this::take)
                .failureHandler(FloorPlanUpload::tooLong);
    }

    /** Before anything of it is read. */
    private static void judgeHead(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("image/") || kind.startsWith("application/octet-stream")) {
            long length = length(request);
            if (length > PlanImage.MOST_BYTES) {
                refuse(request, PlanImage.tooLarge(length));
            } else {
                request.next();
            }
        } else {
            A_FORM.send(request);
        }
    }

    private static long length(RoutingContext request) {
        String given = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return given != null && given.matches("[0-9]{1,15}") ? Long.parseLong(given) : 0;
    }

    /** One whose length was not told turned out too long. */
    private static void tooLong(RoutingContext request) {
        if (request.statusCode() == 413) {
            refuse(request, PlanImage.tooLarge(PlanImage.MOST_BYTES + 1L));
        } else {
            request.next();
        }
    }

    private void take(RoutingContext request) {
        byte[] bytes = request.body().buffer() == null
                ? new byte[0]
                : request.body().buffer().getBytes();
        vertx.executeBlocking(() -> setUp.upload(bytes), false)
                .map(outcome -> {
                    switch (outcome) {
                        case SetUp.Uploaded uploaded -> send(request, uploaded);
                        case SetUp.NoPicture none -> refuse(request, none.why());
                        case SetUp.NotWritten refused -> SetUpApi.notWritten(request, refused);
                    }
                    return outcome;
                })
                .onFailure(request::fail);
    }

    private static void refuse(RoutingContext request, PlanImage.Refused why) {
        int status = why.code().equals("too-large") ? 413 : 422;
        new Problem(status, "floor-plan-refused", "The picture was not taken", why.text())
                .said(why.code(), why.values())
                .send(request);
    }

    private static void send(RoutingContext request, SetUp.Uploaded uploaded) {
        Reads.send(request, JsonBody.object(out -> {
            out.writeStringField("image", uploaded.image());
            JsonBody.number(out, "width", uploaded.picture().width());
            JsonBody.number(out, "height", uploaded.picture().height());
        }));
    }
}
