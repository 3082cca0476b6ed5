package dev.footfall.drivers.milesightlorawan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.lorawan.DecodedFields;
import dev.footfall.drivers.lorawan.Report;
import dev.footfall.drivers.lorawan.Uplink;
import dev.footfall.drivers.time.DeviceTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a codec's object says: the names of Milesight's own codec, and those that others use for the same fields. */
final class ObjectReport {
    private static final int MOST_LINES = 4;
    private static final int MOST_REGIONS = 16;
    private static final int MOST_RECORDS = 1000;
    private static final long MOST = Integer.MAX_VALUE;

    private final Report report;
    private final boolean bay;
    private final List<String> remarks = new ArrayList<>();

    private ObjectReport(Uplink uplink, DecodeContext context) {
        this.report = new Report(uplink, context);
        this.bay = MilesightOptions.isBay(context);
    }

    static DecodeResult of(JsonNode object, Uplink uplink, DecodeContext context) {
        ObjectReport decoded = new ObjectReport(uplink, context);
        DecodedFields fields = DecodedFields.of(object);
        String serial = fields.text("sn");
        if (!serial.isEmpty() && serial.length() <= 64) {
            decoded.report.device(serial);
        }
        decoded.report.battery(fields.count(100, "battery", "batterymain", "batterylevel"));
        decoded.say(fields, false);
        JsonNode history = fields.value("history");
        for (int i = 0; history != null && i < Math.min(history.size(), MOST_RECORDS); i++) {
            decoded.say(DecodedFields.of(history.get(i)), true);
        }
        decoded.faults(fields.value("event", "events"));
        return fields.problem() != null && decoded.report.isEmpty()
                ? fields.problem()
                : decoded.report.heard(decoded.remarks.toArray(String[]::new));
    }

    private void say(DecodedFields fields, boolean stored) {
        Instant time = time(fields);
        if (stored && time == null) {
            report.skip(Code.MISSING_FIELD, "a record of history has no timestamp; its people cannot be dated");
            return;
        }
        report.stored(stored);
        report.at(time);
        level("all", fields.count(255, "peoplecountall", "peoplecount", "currentcount"));
        pair(
                fields,
                "1",
                true,
                new String[] {"peoplein", "periodin", "periodiccounterin", "periodicin", "in"},
                new String[] {"peopleout", "periodout", "periodiccounterout", "periodicout", "out"});
        crossing(fields);
        pair(fields, "1", false, new String[] {"peopletotalin", "totalin", "totalcounterin", "intotal"}, new String[] {
            "peopletotalout", "totalout", "totalcounterout", "outtotal"
        });
        for (int i = 1; i <= MOST_LINES; i++) {
            String line = "line" + i;
            pair(
                    fields,
                    Integer.toString(i),
                    true,
                    names(line, "periodin", "periodicin"),
                    names(line, "periodout", "periodicout"));
            pair(fields, Integer.toString(i), false, names(line, "totalin"), names(line, "totalout"));
        }
        for (int i = 1; i <= MOST_REGIONS; i++) {
            level("region-" + i, fields.count(255, "region" + i + "count"));
        }
        occupied(fields);
        if (fields.problem() != null) {
            report.skip(fields.problem());
        }
    }

    private static String[] names(String line, String... names) {
        String[] all = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            all[i] = line + names[i];
        }
        return all;
    }

    /** The crossings that a VS121 reports as they happen; its period counts them again. */
    private void crossing(DecodedFields fields) {
        long in = fields.count(MOST, "linein");
        long out = fields.count(MOST, "lineout");
        if (in >= 0 || out >= 0) {
            report.event("1", Math.max(0, in), Math.max(0, out));
        }
    }

    private void pair(DecodedFields fields, String line, boolean period, String[] inNames, String[] outNames) {
        long most = period ? MOST : Report.BITS_32 - 1;
        long in = fields.count(most, inNames);
        long out = fields.count(most, outNames);
        boolean wrong = in == DecodedFields.WRONG || out == DecodedFields.WRONG;
        if (wrong || (in < 0 && out < 0)) {
            return;
        }
        if (period) {
            report.interval(line, Math.max(0, in), Math.max(0, out));
            return;
        }
        // VS132, VS133 and VS135 count in 32 bits, the others in 16.
        boolean wide = fields.has("totalcounterin", "totalcounterout")
                || inNames[0].startsWith("line")
                || Math.max(in, out) >= Report.BITS_16;
        report.total(line, Math.max(0, in), Math.max(0, out), wide ? Report.BITS_32 : Report.BITS_16);
    }

    private void level(String zone, long count) {
        if (count >= 0) {
            report.level(zone, count);
        }
    }

    private void occupied(DecodedFields fields) {
        Boolean taken = fields.taken("occupancy", "occupied");
        if (taken != null && bay) {
            report.bay("", taken);
        } else if (taken != null) {
            report.level("presence", taken ? 1 : 0);
        }
    }

    private static @org.jspecify.annotations.Nullable Instant time(DecodedFields fields) {
        JsonNode value = fields.value("timestamp");
        return value == null
                ? null
                : value.isNumber() ? DeviceTime.epoch(value.asDouble()) : DeviceTime.withOffset(value.asText(""));
    }

    private void faults(@org.jspecify.annotations.Nullable JsonNode events) {
        for (int i = 0; events != null && i < Math.min(events.size(), 20); i++) {
            JsonNode event = events.get(i);
            String status = event.path("status").asText("");
            boolean over = status.toLowerCase(Locale.ROOT).contains("release");
            remarks.add("the device reports: "
                    + Reason.shown(event.path("type").asText(JsonFields.shown(event)))
                            .toLowerCase(Locale.ROOT)
                    + (over ? ", released" : ""));
        }
    }
}
