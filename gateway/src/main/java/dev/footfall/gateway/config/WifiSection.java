package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.Wifi;
import java.time.Duration;
import java.util.List;

/** The section {@code wifi}: what signal strengths and stays mean at this site. */
final class WifiSection {
    static final List<String> KEYS =
            List.of("ignore-below-dbm", "inside-from-dbm", "visit-after", "engaged-after", "survey");
    private static final Form<Integer> DBM = Forms.whole(-110, -20);

    private WifiSection() {}

    static Wifi read(Section file, Context context) {
        Value value = file.part("wifi");
        Section wifi = value == null ? null : value.section(KEYS);
        Wifi usual = Wifi.BY_DEFAULT;
        if (wifi == null) {
            return usual;
        }
        int ignore = wifi.optional("ignore-below-dbm", DBM, usual.ignoreBelowDbm());
        int inside = wifi.optional("inside-from-dbm", DBM, usual.insideFromDbm());
        Duration visit = wifi.optional("visit-after", TimeForms.DURATION, usual.visitAfter());
        Duration engaged = wifi.optional("engaged-after", TimeForms.DURATION, usual.engagedAfter());
        if (ignore > inside) {
            wifi.wrong(
                    "ignore-below-dbm",
                    Integer.toString(ignore),
                    Rule.of("above-inside", "must not be above inside-from-dbm, which is {n}", "n", inside));
            return usual;
        }
        if (visit.compareTo(engaged) > 0) {
            wifi.wrong(
                    "visit-after",
                    visit.toSeconds() + "s",
                    Rule.of(
                            "visit-too-long",
                            "must not be longer than engaged-after, which is {n}s",
                            "n",
                            engaged.toSeconds()));
            return usual;
        }
        return new Wifi(ignore, inside, visit, engaged, SurveySection.read(wifi, context));
    }
}
