package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.CountBasis;
import dev.footfall.store.StoreConfig.Entrance;
import java.util.ArrayList;
import java.util.List;

/** The section {@code entrances}. */
final class EntrancesSection {
    static final List<String> KEYS = List.of("id", "name", "width-m", "count-basis");
    static final double WIDTH_M = 1.0;

    private EntrancesSection() {}

    static List<Entrance> read(Section file, Context context) {
        List<Entrance> entrances = new ArrayList<>();
        for (Value item : file.items("entrances")) {
            Section entry = item.section(KEYS);
            if (entry != null) {
                String id = context.ids().declare(Ids.Kind.ENTRANCE, entry);
                String name = entry.optional("name", Forms.NAME);
                double width = entry.optional("width-m", Forms.POSITIVE, WIDTH_M);
                CountBasis basis = entry.optional("count-basis", Forms.constant(CountBasis.class), CountBasis.IN);
                if (id != null) {
                    entrances.add(new Entrance(id, name == null ? id : name, width, basis));
                }
            }
        }
        return entrances;
    }
}
