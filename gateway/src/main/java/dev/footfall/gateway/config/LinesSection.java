package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.Line;
import dev.footfall.store.StoreConfig.Point;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section {@code lines}. */
final class LinesSection {
    static final List<String> KEYS = List.of("id", "from", "to", "entrance");

    private LinesSection() {}

    static List<Line> read(Section file, Context context) {
        List<Line> lines = new ArrayList<>();
        for (Value item : file.items("lines")) {
            Section entry = item.section(KEYS);
            Line line = entry == null ? null : line(entry, context);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static @Nullable Line line(Section entry, Context context) {
        String id = context.ids().declare(Ids.Kind.LINE, entry);
        Point from = PointForm.required(entry, "from", context);
        Point to = PointForm.required(entry, "to", context);
        String entrance = context.ids().reference(Ids.Kind.ENTRANCE, entry, "entrance");
        if (from != null && from.equals(to)) {
            entry.wrong("to", Rule.of("same-point", "must be another point than from"));
        }
        return id == null || from == null || to == null ? null : new Line(id, from, to, entrance);
    }
}
