package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.FloorPlan;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The section {@code floor-plan}. */
final class FloorPlanSection {
    static final List<String> KEYS = List.of("image", "width-m", "height-m");
    private static final List<String> IMAGES = List.of(".svg", ".png", ".jpg", ".jpeg");

    private FloorPlanSection() {}

    static @Nullable FloorPlan read(Section file, Context context) {
        Value value = file.part("floor-plan");
        Section plan = value == null ? null : value.section(KEYS);
        if (plan == null) {
            return null;
        }
        Double width = plan.required("width-m", Forms.POSITIVE, "the plan's width in metres");
        Double height = plan.required("height-m", Forms.POSITIVE, "the plan's height in metres");
        String image = image(plan, context);
        return width == null || height == null ? null : new FloorPlan(image, width, height);
    }

    private static @Nullable String image(Section plan, Context context) {
        Value value = plan.value("image");
        String name = value == null ? null : value.text();
        if (value == null || name == null) {
            return null;
        }
        if (name.contains("/") || name.contains("\\")) {
            value.wrong(Rule.of("plan-folder", "must be a file beside store.yaml, named without a folder"));
            return null;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (IMAGES.stream().noneMatch(lower::endsWith)) {
            value.wrong(Rule.of("plan-kind", "must be an .svg, .png or .jpg file"));
            return null;
        }
        if (!context.hasFile(name)) {
            context.notice(
                    value.path(), name + ": no such file beside store.yaml, so the plan is drawn without a picture");
        }
        return name;
    }
}
