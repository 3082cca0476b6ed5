package dev.footfall.metrics.place;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.row.Figure;
import dev.footfall.metrics.row.Rows;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.SensorId;
import dev.footfall.reason.RadioReason;
import dev.footfall.reason.Reason;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Zone;
import dev.footfall.store.StoreConfig.ZoneKind;
import dev.footfall.store.Survey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * People per zone as told by radio devices on one day: the people present by WiFi, shared out as the devices are that a
 * survey places. Rows for zones that nothing better watches.
 */
public final class ZonesByWifi {
    private static final int BIN = 300;
    private static final double NINETY = 1.645;

    /** A device heard every minute is one witness per five minutes, not five. */
    private static final double MINUTES_PER_WITNESS = 5;

    /** Fewer people than this, on average, are nobody. */
    private static final double NOBODY = 0.05;

    private final Survey survey;
    private final DaySeconds day;
    private final Dirty dirty;
    private final List<String> zones;
    private final double[][] minutes;
    private final int insideFromDbm;
    private @Nullable Located located;

    private ZonesByWifi(Survey survey, StoreConfig config, DaySeconds day, Dirty dirty) {
        this.survey = survey;
        this.day = day;
        this.dirty = dirty;
        this.insideFromDbm = config.wifi().insideFromDbm();
        this.zones = config.zones().stream()
                .filter(zone -> zone.kind() != ZoneKind.OUTSIDE)
                .map(Zone::id)
                .filter(id -> survey.readings().stream()
                        .anyMatch(reading -> reading.zone().equals(id)))
                .toList();
        this.minutes = new double[zones.size()][(day.end() + BIN - 1) / BIN];
    }

    /** Null for a store without a survey. */
    public static @Nullable ZonesByWifi of(StoreConfig config, DaySeconds day, Dirty dirty) {
        Survey survey = config.wifi().survey();
        return survey == null ? null : new ZonesByWifi(survey, config, day, dirty);
    }

    /** A device heard at the day's millisecond; receivers that are not of the survey tell nothing. */
    public void add(SensorId receiver, long millis, Fact.Sighting heard) {
        int index = survey.receivers().indexOf(receiver);
        if (index >= 0
                && heard.rssi() != Fact.Sighting.NO_RSSI
                && heard.device() instanceof Identity.Pseudonym who
                && millis >= day.first() * 1000L) {
            located().heard(index, millis, who.hash(), heard.rssi());
        }
    }

    private Located located() {
        Located known = located;
        if (known == null) {
            known = new Located(survey, insideFromDbm, this::found);
            located = known;
        }
        return known;
    }

    private void found(Map<String, Double> posterior, int minute) {
        int second = day.secondOf((long) minute * Located.MINUTE_MILLIS);
        for (int i = 0; i < minutes.length; i++) {
            minutes[i][second / BIN] += posterior.getOrDefault(zones.get(i), 0.0);
        }
        dirty.within(second, second);
    }

    /**
     * Adds the occupancy of the zones, after the people by WiFi and whatever else tells of zones.
     *
     * @param known the second up to which the day is told
     */
    public void addTo(Rows rows, int known) {
        Located open = located;
        Measurement people = find(rows, Metric.WIFI_PEOPLE, Scope.STORE);
        if (open == null || people == null) {
            return;
        }
        open.endBefore(known == day.end() ? Long.MAX_VALUE : Math.floorDiv(known * 1000L, Located.MINUTE_MILLIS));
        double[] heard = new double[zones.size()];
        double all = 0;
        for (int i = 0; i < heard.length; i++) {
            for (int bin = rows.span().from() / BIN; bin * BIN < rows.span().to(); bin++) {
                heard[i] += minutes[i][bin];
            }
            all += heard[i];
        }
        for (int i = 0; i < heard.length; i++) {
            Scope scope = new Scope.Zone(zones.get(i));
            if (find(rows, Metric.OCCUPANCY, scope) == null) {
                rows.add(Metric.OCCUPANCY, scope, share(people, heard[i], all), Basis.WIFI);
            }
        }
    }

    private static @Nullable Measurement find(Rows rows, Metric metric, Scope scope) {
        for (Measurement row : rows.list()) {
            if (row.metric() == metric && row.scope().equals(scope)) {
                return row;
            }
        }
        return null;
    }

    /** The people's figure, of which a zone has the share of its devices. */
    private Figure share(Measurement people, double heard, double all) {
        Double value = people.value();
        Reason note = new RadioReason.BySurvey(survey.readings().size());
        if (value == null) {
            return figure(null, null, null, people, people.state(), note);
        }
        if (all == 0) {
            return value < NOBODY
                    ? figure(0.0, 0.0, people.high(), people, people.state(), note)
                    : figure(null, null, null, people, State.INVALID, new RadioReason.NoDeviceInside());
        }
        double share = heard / all;
        double half = NINETY * Math.sqrt(share * (1 - share) / Math.max(1, all / MINUTES_PER_WITNESS));
        Double low = people.low();
        Double high = people.high();
        return figure(
                value * share,
                low == null ? null : Double.valueOf(low * Math.max(0, share - half)),
                high == null ? null : Double.valueOf(high * Math.min(1, share + half)),
                people,
                people.state(),
                note);
    }

    private static Figure figure(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            Measurement people,
            State state,
            Reason note) {
        return new Figure(value, low, high, people.completeness(), state, Reason.join(people.why(), note));
    }
}
