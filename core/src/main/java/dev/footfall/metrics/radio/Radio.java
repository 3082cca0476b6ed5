package dev.footfall.metrics.radio;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.counting.Doors;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.WatchedSensor;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.stay.StayBins;
import dev.footfall.metrics.stay.Stays;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.store.StoreConfig.Wifi;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The radio devices of one day: by receiver and for the store. Rows appear once a receiver has heard something. */
public final class Radio {
    private final DaySeconds day;
    private final Dirty dirty;
    private final RadioSettings settings;
    private final Devices devices = new Devices();
    private final Reach store;
    private final Map<String, Reach> receivers = new TreeMap<>();
    private @Nullable WatchedSensor newest;
    private @Nullable Reach ofNewest;

    public Radio(DaySeconds day, Dirty dirty, Wifi site) {
        this.day = day;
        this.dirty = dirty;
        this.settings = RadioSettings.of(site);
        this.store = new Reach(day, dirty, settings);
    }

    /** Adds what a receiver heard; what is too weak to be near changes nothing. */
    public void add(WatchedSensor receiver, long at, Fact.Sighting heard) {
        int strength = heard.rssi();
        if (!settings.isHeard(strength) || !(heard.device() instanceof Identity.Pseudonym who)) {
            return;
        }
        int millis = (int) Math.clamp(at, day.first() * 1000L, day.end() * 1000L - 1);
        Reach reach = reach(receiver);
        int device = devices.of(reach.turns(), who.hash(), !who.randomised(), heard.fingerprint(), millis);
        store.hear(receiver.life(), device, strength, millis);
        reach.hear(receiver.life(), device, strength, millis);
    }

    private Reach reach(WatchedSensor receiver) {
        Reach reach = ofNewest;
        if (reach == null || receiver != newest) {
            reach = receivers.computeIfAbsent(receiver.id().value(), ignored -> new Reach(day, dirty, settings));
            newest = receiver;
            ofNewest = reach;
        }
        return reach;
    }

    /** Adds the rows of a window. Last of all, for what doors or tracks tell of stays is not told again. */
    public void addTo(Rows rows, Coverage coverage, Doors doors) {
        if (receivers.isEmpty()) {
            return;
        }
        if (rows.span().dayClosed()) {
            store.settle();
            receivers.values().forEach(Reach::settle);
        }
        RadioRows radio = new RadioRows(rows, coverage, settings);
        radio.addStore(store, doors);
        receivers.forEach(radio::addReceiver);
    }

    /**
     * How long the visits that were inside lasted, of those begun in the seconds [from, end) and ended; none where nothing was
     * ever heard.
     */
    public Optional<Stays> stays(int from, int end, boolean dayClosed) {
        if (receivers.isEmpty()) {
            return Optional.empty();
        }
        if (dayClosed) {
            store.settle();
        }
        Spans inside = store.over(from, end).inside;
        StayModel model = store.stays();
        double[] bins = model == null ? new double[StayBins.COUNT] : model.bins(inside);
        return Optional.of(new Stays(Scope.STORE, Basis.WIFI, inside.total(), bins));
    }

    /** Addresses in memory. */
    int addresses() {
        return devices.addresses();
    }
}
