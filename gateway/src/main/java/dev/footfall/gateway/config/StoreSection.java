package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.Store;
import dev.footfall.time.OpeningHours;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section {@code store}. */
final class StoreSection {
    static final List<String> KEYS =
            List.of("id", "name", "time-zone", "business-day-start", "floor-area-m2", "capacity", "currency", "hours");
    static final LocalTime DAY_START = LocalTime.of(4, 0);

    private StoreSection() {}

    static @Nullable Store read(Section file) {
        Value value = file.part("store");
        if (value == null) {
            file.missing("store", "with id and time-zone");
            return null;
        }
        Section store = value.section(KEYS);
        return store == null ? null : read(store, hours(store));
    }

    private static @Nullable Store read(Section store, OpeningHours hours) {
        String id = store.required(
                "id", Forms.STORE_ID_FORM, "a short name that no other store of yours has, for example sh-0042");
        ZoneId zone = store.required("time-zone", TimeForms.ZONE, "for example Asia/Shanghai");
        String name = store.optional("name", Forms.NAME);
        LocalTime dayStart = store.optional("business-day-start", TimeForms.TIME_OF_DAY, DAY_START);
        Double floorArea = store.optional("floor-area-m2", Forms.POSITIVE);
        Integer capacity = store.optional("capacity", Forms.whole(1, Integer.MAX_VALUE));
        String currency = store.optional("currency", Forms.CURRENCY);
        if (id == null || zone == null) {
            return null;
        }
        return new Store(id, name == null ? id : name, zone, dayStart, floorArea, capacity, currency, hours);
    }

    private static OpeningHours hours(Section store) {
        Value hours = store.part("hours");
        return hours == null ? OpeningHours.ALWAYS : HoursSection.read(hours);
    }
}
