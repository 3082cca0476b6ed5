package dev.footfall.gateway.api;

import dev.footfall.store.StoreConfig.FloorPlan;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The picture of the floor that the operator put beside the configuration. It is foreign content: it is only ever shown as
 * an image, and whoever opens it by itself gets it sandboxed, so that scripts in an SVG never run.
 */
sealed interface FloorPlanImage {
    long LARGEST_BYTES = 5L * 1024 * 1024;
    String SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'";
    Map<String, String> TYPES = Map.of(
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "webp", "image/webp");

    record Image(StaticContent content) implements FloorPlanImage {}

    /** @param why the sentence for whoever asks for it */
    record Missing(String why) implements FloorPlanImage {}

    /** Reads the image that the plan names, from the configuration's folder and nowhere else. */
    static FloorPlanImage load(Path folder, @Nullable FloorPlan plan) {
        String name = plan == null ? null : plan.image();
        if (name == null) {
            return new Missing("No floor-plan.image is configured");
        }
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null) {
            return missing(name, "must be an SVG, PNG, JPEG or WebP file");
        }
        try {
            Path file = folder.resolve(name).toRealPath();
            if (!file.startsWith(folder.toRealPath())) {
                return missing(name, "must lie in the configuration's folder");
            }
            if (Files.size(file) > LARGEST_BYTES) {
                return missing(name, "must be at most " + LARGEST_BYTES + " bytes");
            }
            return new Image(StaticContent.of(type, Buffer.buffer(Files.readAllBytes(file))));
        } catch (IOException e) {
            return missing(name, "must be a readable file");
        }
    }

    private static Missing missing(String name, String rule) {
        return new Missing("floor-plan.image [" + name + "] " + rule);
    }

    default void send(RoutingContext request) {
        switch (this) {
            case Image image -> {
                request.response().putHeader("Content-Security-Policy", SANDBOX);
                image.content().send(request);
            }
            case Missing missing ->
                new Problem(404, "no-floor-plan", "There is no floor plan image", missing.why()).send(request);
        }
    }
}
