package dev.footfall.metrics.place;

import dev.footfall.metrics.place.ZoneBySignal.Reading;
import dev.footfall.store.Survey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * Devices heard in the running minute and the one before, each with its mean strength at every receiver of the survey; a
 * minute that is over is given to the zones as likely as the device was in each. Bounded: beyond {@link #MOST} devices in two
 * minutes somebody floods us, and no more are placed.
 */
final class Located {
    static final int MOST = 20_000;
    static final int MINUTE_MILLIS = 60_000;

    private record Key(long device, long minute) {}

    private static final class Strengths {
        final int[] sum;
        final int[] count;

        Strengths(int receivers) {
            sum = new int[receivers];
            count = new int[receivers];
        }

        double[] means() {
            double[] means = new double[sum.length];
            for (int i = 0; i < means.length; i++) {
                means[i] = count[i] == 0 ? Double.NaN : sum[i] / (double) count[i];
            }
            return means;
        }
    }

    private final int receivers;
    private final int insideFromDbm;
    private final ZoneBySignal zones;
    private final ObjIntConsumer<Map<String, Double>> found;
    private final Map<Key, Strengths> open = new LinkedHashMap<>();
    private long newest = Long.MIN_VALUE;

    /** @param found is given how likely a device was in each zone in a minute of the day */
    Located(Survey survey, int insideFromDbm, ObjIntConsumer<Map<String, Double>> found) {
        this.receivers = survey.receivers().size();
        this.insideFromDbm = insideFromDbm;
        this.found = found;
        List<Reading> readings = new ArrayList<>();
        survey.readings()
                .forEach(reading -> readings.add(new Reading(
                        reading.zone(),
                        reading.dbm().stream().mapToDouble(Integer::doubleValue).toArray())));
        this.zones = new ZoneBySignal(readings);
    }

    void heard(int receiver, long millis, long device, int dbm) {
        long minute = Math.floorDiv(millis, MINUTE_MILLIS);
        if (minute > newest) {
            newest = minute;
            endBefore(minute - 1);
        }
        Key key = new Key(device, minute);
        Strengths strengths = open.get(key);
        if (strengths == null) {
            if (open.size() >= MOST) {
                return;
            }
            strengths = new Strengths(receivers);
            open.put(key, strengths);
        }
        strengths.sum[receiver] += dbm;
        strengths.count[receiver]++;
    }

    /** Places every device of the minutes before one. */
    void endBefore(long minute) {
        Iterator<Map.Entry<Key, Strengths>> each = open.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Key, Strengths> one = each.next();
            if (one.getKey().minute < minute) {
                each.remove();
                place(one.getKey().minute, one.getValue().means());
            }
        }
    }

    private void place(long minute, double[] means) {
        for (double mean : means) {
            if (mean >= insideFromDbm) {
                found.accept(zones.posterior(means), Math.toIntExact(minute));
                return;
            }
        }
    }
}
