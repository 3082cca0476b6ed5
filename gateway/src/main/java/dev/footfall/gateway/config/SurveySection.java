package dev.footfall.gateway.config;

import dev.footfall.observation.SensorId;
import dev.footfall.store.Survey;
import dev.footfall.store.Survey.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section {@code wifi.survey}: what the receivers heard of a device in known zones. */
final class SurveySection {
    static final List<String> KEYS = List.of("receivers", "readings");
    private static final Form<Integer> DBM = Forms.whole(Survey.UNHEARD, 0);
    private static final int FEWEST_RECEIVERS = 2;
    private static final int FEWEST_ZONES = 2;
    private static final int FEWEST_READINGS = 5;

    private final Context context;
    private final List<SensorId> receivers = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private boolean fits = true;

    private SurveySection(Context context) {
        this.context = context;
    }

    /** The survey; null if there is none or, with problems, if it is not to be used. */
    static @Nullable Survey read(Section wifi, Context context) {
        Value value = wifi.part("survey");
        Section survey = value == null ? null : value.section(KEYS);
        return survey == null ? null : new SurveySection(context).read(survey);
    }

    private @Nullable Survey read(Section survey) {
        for (Value item : survey.items("receivers")) {
            String id = context.ids().reference(Ids.Kind.SENSOR, item);
            if (id != null && receivers.contains(new SensorId(id))) {
                item.wrong(Rule.of("named-once", "must be named once"));
            } else if (id != null) {
                receivers.add(new SensorId(id));
                continue;
            }
            fits = false;
        }
        if (receivers.size() < FEWEST_RECEIVERS && fits) {
            survey.wrong(
                    "receivers",
                    Rule.of(
                            "receivers",
                            "must name at least {n} sensors that hear radio devices",
                            "n",
                            FEWEST_RECEIVERS));
            fits = false;
        }
        Value value = survey.part("readings");
        Section zones = value == null ? null : value.openSection();
        if (zones == null) {
            survey.missing("readings", "for each zone a list of readings, each a list of dBm per receiver");
            return null;
        }
        zones.entries().forEach((zone, list) -> readZone(zones, zone, list));
        if (zones.entries().size() < FEWEST_ZONES) {
            survey.wrong("readings", Rule.of("surveyed-zones", "must be of at least {n} zones", "n", FEWEST_ZONES));
            fits = false;
        }
        return fits ? new Survey(receivers, readings) : null;
    }

    private void readZone(Section zones, String zone, Value list) {
        if (!context.ids().knows(Ids.Kind.ZONE, zone)) {
            zones.wrong(zone, Rule.of("no-zone", "is not the id of a zone"));
            fits = false;
            return;
        }
        List<Value> items = list.items();
        for (Value item : items) {
            readReading(zone, item);
        }
        if (items.size() < FEWEST_READINGS) {
            zones.wrong(
                    zone,
                    Rule.of(
                            "few-readings",
                            "has {n} readings; it must have at least {least}",
                            "n",
                            items.size(),
                            "least",
                            FEWEST_READINGS));
            fits = false;
        }
    }

    private void readReading(String zone, Value item) {
        List<Integer> dbm = new ArrayList<>();
        for (Value strength : item.items()) {
            Integer read = strength.as(DBM);
            fits &= read != null;
            dbm.add(read == null ? Survey.UNHEARD : read);
        }
        if (dbm.size() == receivers.size()) {
            readings.add(new Reading(zone, dbm));
        } else {
            if (fits) {
                item.wrong(Rule.of(
                        "strengths",
                        "must have {n} strengths, one per receiver; {unheard} where it heard nothing",
                        "n",
                        receivers.size(),
                        "unheard",
                        Survey.UNHEARD));
            }
            fits = false;
        }
    }
}
