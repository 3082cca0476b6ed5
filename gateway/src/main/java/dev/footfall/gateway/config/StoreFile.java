package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the whole file, section by section; those that are referred to come first. */
final class StoreFile {
    static final List<String> KEYS = List.of(
            "store",
            "floor-plan",
            "entrances",
            "zones",
            "lines",
            "car-parks",
            "sensors",
            "ingest",
            "privacy",
            "relay",
            "kiosk",
            "journal",
            "alerts",
            "wifi");

    private StoreFile() {}

    /** The configuration; if there are problems, null or one that is not to be used. */
    static @Nullable StoreConfig read(Value root, Context context) {
        Section file = root.section(KEYS);
        if (file == null) {
            return null;
        }
        StoreConfig.Store store = StoreSection.read(file);
        context.plan(FloorPlanSection.read(file, context));
        var entrances = EntrancesSection.read(file, context);
        var zones = ZonesSection.read(file, context);
        var lines = LinesSection.read(file, context);
        var carParks = CarParksSection.read(file, context);
        var sensors = SensorsSection.read(file, context);
        var ingest = IngestSection.read(file, context, store == null ? "store" : store.id());
        var privacy = PrivacySection.read(file);
        var relay = RelaySection.read(file, context);
        var kiosk = KioskSection.read(file, ingest, context);
        var journal = JournalSection.read(file);
        var alerts = AlertsSection.read(file, kiosk);
        var wifi = WifiSection.read(file, context);
        if (store == null) {
            return null;
        }
        return new StoreConfig(
                store,
                context.plan(),
                entrances,
                zones,
                lines,
                carParks,
                sensors,
                ingest,
                privacy,
                relay,
                kiosk,
                journal,
                alerts,
                wifi);
    }
}
