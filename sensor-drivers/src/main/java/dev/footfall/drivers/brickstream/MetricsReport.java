package dev.footfall.drivers.brickstream;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.Digits;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.lines.LineOptions;
import dev.footfall.drivers.xml.XmlElement;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import org.jspecify.annotations.Nullable;

/** {@code ReportData/Report/Object/Count}: the counts of windows, in attributes, zeros included. */
final class MetricsReport {
    private final XmlElement root;
    private final @Nullable String device;
    private final LineOptions lines;
    private final ReportClock clock;

    MetricsReport(XmlElement root, @Nullable String device, DecodeContext context) {
        this.root = root;
        this.device = device;
        this.lines = LineOptions.of(context);
        this.clock = ReportClock.of(root.child("Properties"), context);
    }

    void decode(ReadingList list) {
        for (XmlElement data : root.children("ReportData")) {
            long interval = minutes(data.attribute("Interval"));
            for (XmlElement report : data.children("Report")) {
                for (XmlElement object : report.children("Object")) {
                    object(report.attribute("Date"), object, interval, list);
                }
            }
        }
    }

    private void object(@Nullable String date, XmlElement object, long interval, ReadingList list) {
        String id = object.attribute("Id");
        String name = object.attribute("Name");
        String line = id != null ? "object-" + id : name != null ? name : "";
        if (lines.counts(line, name)) {
            for (XmlElement count : object.children("Count")) {
                count(date, line, name, count, interval, list);
            }
        }
    }

    private void count(
            @Nullable String date,
            String line,
            @Nullable String name,
            XmlElement count,
            long interval,
            ReadingList list) {
        int enters = number("Enters", "Exits", count, list);
        int exits = enters < 0 ? -1 : number("Exits", "Enters", count, list);
        if (exits < 0) {
            return;
        }
        ReportClock.Window window = clock.window(date, count, interval);
        if (window == null) {
            String start = date + " " + count.attribute("StartTime");
            list.skip(Code.WRONG_VALUE, Reason.of("Date and StartTime", start, "must be a date and time"));
            return;
        }
        boolean swap = lines.swaps(line, name);
        Fact fact = Fact.Crossing.interval(
                swap ? exits : enters,
                swap ? enters : exits,
                window.end().toEpochMilli() - window.start().toEpochMilli());
        String key = device + "|" + line + "|" + window.start().toEpochMilli() + "|" + enters + "|" + exits;
        list.add(new Reading(fact, window.end(), line, key));
        String status = count.attribute("Status");
        if (status != null && !status.equals("0")) {
            list.note(Reason.of("Status", status, "is not 0; the window counts all the same"));
        }
    }

    /** A count of one way, 0 if only the other is given, −1 with a reason if it is none. */
    private static int number(String name, String other, XmlElement count, ReadingList list) {
        String text = count.attribute(name);
        if (text == null && count.attribute(other) != null) {
            return 0;
        }
        if (text == null) {
            list.skip(Code.MISSING_FIELD, "Count has neither Enters nor Exits");
            return -1;
        }
        if (!Digits.only(text, 9)) {
            list.skip(Code.WRONG_VALUE, Reason.of(name, text, "must be a whole number from 0 to 999999999"));
            return -1;
        }
        return Integer.parseInt(text);
    }

    private static long minutes(@Nullable String interval) {
        return interval != null && Digits.only(interval, 4) ? Long.parseLong(interval) : 0;
    }
}
