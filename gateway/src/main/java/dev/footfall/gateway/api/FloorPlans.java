package dev.footfall.gateway.api;

import dev.footfall.gateway.setup.SetUp;
import dev.footfall.store.StoreConfig.FloorPlan;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of the floor: the one in force, read once for as long as it stays in force, and uploaded ones that a draft names.
 * On the server's own thread only.
 */
final class FloorPlans {
    private static final String WHICH = "image";

    private final Path folder;
    private final Supplier<@Nullable FloorPlan> inForce;
    private @Nullable FloorPlan known;
    private @Nullable FloorPlanImage image;

    FloorPlans(Path folder, Supplier<@Nullable FloorPlan> inForce) {
        this.folder = folder;
        this.inForce = inForce;
    }

    /** The picture in force. */
    FloorPlanImage image() {
        FloorPlan now = inForce.get();
        FloorPlanImage read = image;
        if (read == null || !java.util.Objects.equals(known, now)) {
            read = FloorPlanImage.load(folder, now);
            known = now;
            image = read;
        }
        return read;
    }

    /** Where the picture in force is: another address for another uploaded one, or browsers would show the one before. */
    @Nullable
    String address() {
        FloorPlanImage read = image();
        String name = known == null ? null : known.image();
        if (name == null || !(read instanceof FloorPlanImage.Image)) {
            return null;
        }
        return SetUp.isUploaded(name) ? HttpApi.FLOOR_PLAN + "?" + WHICH + "=" + name : HttpApi.FLOOR_PLAN;
    }

    void send(RoutingContext request) {
        String wanted = request.queryParams().get(WHICH);
        FloorPlanImage inForceNow = image();
        if (wanted == null || (known != null && wanted.equals(known.image()))) {
            inForceNow.send(request);
        } else if (SetUp.isUploaded(wanted)) {
            FloorPlanImage.load(folder, new FloorPlan(wanted, 1, 1)).send(request);
        } else {
            new FloorPlanImage.Missing("[" + wanted + "] is neither the picture in force nor an uploaded one")
                    .send(request);
        }
    }
}
