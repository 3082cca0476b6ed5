package dev.footfall.drivers.milesightip;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The VS121-P's own report: people in view now, and in each region. {@code occupancy} is taken or free (1 or 0), no count;
 * {@code current_counted} counts where the firmware sends it.
 */
final class RegionReport {
    private static final String WHOLE = "all";
    private static final int MOST_REGIONS = 64;

    private final JsonFields root;
    private final @Nullable String device;
    private final TimeInfo time;

    RegionReport(JsonFields root, @Nullable String device, TimeInfo time) {
        this.root = root;
        this.device = device;
        this.time = time;
    }

    DecodeResult decode(ReadingList list) {
        if (!root.has("current_total")) {
            String event = Reason.shown(root.value("event").asText(""));
            return MilesightDecoder.nothing(device, "event [" + event + "] has no current_total to count");
        }
        int total = (int) root.count("current_total", Integer.MAX_VALUE);
        if (time.problem() != null) {
            root.wrong(time.problem());
        }
        if (root.problem() != null) {
            list.skip(root.problem());
            return list.result(device);
        }
        add(WHOLE, "", total, list);
        regions(total, list);
        return list.result(device);
    }

    private void regions(int total, ReadingList list) {
        JsonNode counted = root.value("current_counted");
        JsonNode occupancy = root.value("occupancy");
        if (counted.isArray()) {
            for (int i = 0; i < Math.min(counted.size(), MOST_REGIONS); i++) {
                addRegion(i, counted.get(i), list);
            }
        } else if (occupancy.isArray()) {
            boolean counts = sum(occupancy) == total;
            for (int i = 0; i < Math.min(occupancy.size(), MOST_REGIONS); i++) {
                // A free region has nobody; a taken one has one person only if that explains the total.
                if (counts || occupancy.get(i).asLong(-1) == 0) {
                    addRegion(i, occupancy.get(i), list);
                }
            }
        }
    }

    private void addRegion(int index, JsonNode count, ReadingList list) {
        String region = "region-" + root.value("numbering_regions").path(index).asText(Integer.toString(index + 1));
        if (!count.canConvertToInt() || count.intValue() < 0) {
            list.skip(Code.WRONG_VALUE, Reason.of(region, JsonFields.shown(count), "must be a whole number from 0"));
            return;
        }
        add(root.value("regions_name").path(index).asText(region), region, count.intValue(), list);
    }

    private void add(String zone, String line, int count, ReadingList list) {
        String key = time.end() == null
                ? null
                : device + "|" + zone + "|current_total|" + time.end().toEpochMilli() + "|" + count;
        list.add(new Reading(new Fact.ZoneLevel(zone, count), time.end(), line, key));
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (JsonNode count : counts) {
            sum += count.asLong();
        }
        return sum;
    }
}
