package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.CarPark;
import dev.footfall.store.StoreConfig.Overnight;
import java.util.ArrayList;
import java.util.List;

/** The section {@code car-parks}. */
final class CarParksSection {
    static final List<String> KEYS = List.of("id", "bays", "overnight");

    private CarParksSection() {}

    static List<CarPark> read(Section file, Context context) {
        List<CarPark> carParks = new ArrayList<>();
        for (Value item : file.items("car-parks")) {
            Section entry = item.section(KEYS);
            if (entry != null) {
                String id = context.ids().declare(Ids.Kind.CAR_PARK, entry);
                Integer bays = entry.optional("bays", Forms.whole(1, Integer.MAX_VALUE));
                Overnight overnight = entry.optional("overnight", Forms.constant(Overnight.class), Overnight.KEPT);
                if (id != null) {
                    carParks.add(new CarPark(id, bays, overnight));
                }
            }
        }
        return carParks;
    }
}
