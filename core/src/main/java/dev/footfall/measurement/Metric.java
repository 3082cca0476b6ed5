package dev.footfall.measurement;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of metrics with their units; definitions are in {@code docs/metrics.md}. */
public enum Metric {
    FOOTFALL("footfall", "people"),
    ENTRIES("entries", "people"),
    EXITS("exits", "people"),
    ENTRIES_RAW("entries.raw", "people"),
    EXITS_RAW("exits.raw", "people"),
    ENTRIES_STAFF("entries.staff", "people"),
    EXITS_STAFF("exits.staff", "people"),
    STAFF_PRESENT("staff.present", "people"),
    STAFF_PRESENT_MAX("staff.present.max", "people"),
    OCCUPANCY("occupancy", "people"),
    OCCUPANCY_MAX("occupancy.max", "people"),
    OCCUPANCY_RAW("occupancy.raw", "people"),
    DWELL_MEAN("dwell.mean", "seconds"),
    DWELL_MEDIAN("dwell.median", "seconds"),
    DWELL_P90("dwell.p90", "seconds"),
    DWELL_N("dwell.n", "people"),
    PERSON_SECONDS("person-seconds", "person-seconds"),
    ZONE_ENTRIES("zone.entries", "people"),
    ZONE_ENGAGED("zone.engaged", "people"),
    ZONE_EXPOSURE("zone.exposure", "ratio"),
    ZONE_ENGAGEMENT("zone.engagement", "ratio"),
    QUEUE_LENGTH("queue.length", "people"),
    QUEUE_MAX("queue.max", "people"),
    QUEUE_WAIT("queue.wait", "seconds"),
    HEAT_INDEX("heat-index", "ratio"),
    TRANSITIONS("transitions", "people"),
    LINE_FORWARD("line.forward", "people"),
    LINE_BACKWARD("line.backward", "people"),
    DEVICES("devices", "devices"),
    DEVICES_PRESENT("devices.present", "devices"),
    PASSERS_BY("passers-by", "devices"),
    CAPTURE_RATE("capture-rate", "ratio"),
    BOUNCE_RATE("bounce-rate", "ratio"),
    ENGAGED_RATE("engaged-rate", "ratio"),
    WIFI_PEOPLE("wifi.people", "people"),
    WIFI_RATIO("wifi.ratio", "ratio"),
    FIRST_SEEN("first-seen", "people"),
    RETURNING_SHARE("returning-share", "ratio"),
    ID_COVERAGE("id-coverage", "ratio"),
    CARS_PEOPLE("cars.people", "people"),
    CARS_RATIO("cars.ratio", "ratio"),
    VEHICLES_IN("vehicles.in", "vehicles"),
    VEHICLES_OUT("vehicles.out", "vehicles"),
    VEHICLES_PRESENT("vehicles.present", "vehicles"),
    VEHICLES_PRESENT_MAX("vehicles.present.max", "vehicles"),
    VEHICLES_PRESENT_LAST("vehicles.present.last", "vehicles"),
    PARKING_STAY("parking.stay", "seconds"),
    TRANSACTIONS("transactions", "transactions"),
    SALES("sales", "currency"),
    CONVERSION("conversion", "ratio"),
    SALES_PER_VISITOR("sales-per-visitor", "currency"),
    SALES_PER_M2("sales-per-m2", "currency"),
    VISITORS_PER_STAFF_HOUR("visitors-per-staff-hour", "people"),
    FORECAST_FOOTFALL("forecast.footfall", "people"),
    FORECAST_ERROR("forecast.error", "ratio"),
    COMPLETENESS("completeness", "ratio"),
    DRIFT_RATE("drift-rate", "ratio");

    private static final Map<String, Metric> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Metric::wireName, Function.identity()));

    private final String wireName;
    private final String unit;

    Metric(String wireName, String unit) {
        this.wireName = wireName;
        this.unit = unit;
    }

    public String wireName() {
        return wireName;
    }

    public String unit() {
        return unit;
    }

    public static Optional<Metric> parse(String text) {
        return Optional.ofNullable(BY_NAME.get(text.toLowerCase(Locale.ROOT)));
    }
}
