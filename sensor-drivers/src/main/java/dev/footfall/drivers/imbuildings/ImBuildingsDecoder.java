package dev.footfall.drivers.imbuildings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.lorawan.DecodedFields;
import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.lorawan.Report;
import dev.footfall.drivers.lorawan.Uplink;
import dev.footfall.drivers.time.DeviceTime;
import org.jspecify.annotations.Nullable;

/** Frames of type 02, from LoRaWAN, from an NB-IoT server's {@code reports[]}, or as a codec's object. */
final class ImBuildingsDecoder {
    private static final int SURE = 92;
    private static final int LIKELY = 80;
    private static final int MOST_REPORTS = 100;
    private static final long MOST_16 = Report.BITS_16 - 1;

    private ImBuildingsDecoder() {}

    static DecodeResult decode(Uplink uplink, DecodeContext context) {
        Report report = new Report(uplink, context);
        PeopleFrame frame = uplink.frame() == null ? null : PeopleFrame.of(uplink.frame(), uplink.port());
        if (frame != null) {
            frame.say(report);
            return report.heard();
        }
        JsonNode object = uplink.object();
        if (object != null && object.path("reports").isArray()) {
            return reports(object, report);
        }
        if (object != null && scoreOf(object) > 0) {
            return object(DecodedFields.of(object), report);
        }
        return uplink.device() != null && object != null && uplink.frame() == null
                ? report.heard()
                : new Rejected(
                        Code.WRONG_FORMAT,
                        uplink.described() + " is no IMBuildings people counter's: it must begin 02 05, 02 06 or 02 07,"
                                + " or come on port 26 or 27");
    }

    private static DecodeResult reports(JsonNode object, Report report) {
        JsonNode reports = object.path("reports");
        for (int i = 0; i < Math.min(reports.size(), MOST_REPORTS); i++) {
            JsonNode item = reports.get(i);
            String text = item.path("value").asText("");
            Frame bytes = Frame.hex(text);
            PeopleFrame frame = bytes == null ? null : PeopleFrame.of(bytes, -1);
            if (frame == null) {
                String name = "reports[" + i + "].value";
                report.skip(Code.WRONG_VALUE, Reason.of(name, text, "must be a people counter's frame in hex"));
                continue;
            }
            JsonNode time = item.path("timestamp");
            report.at(time.isNumber() ? DeviceTime.epoch(time.asDouble()) : DeviceTime.withOffset(time.asText("")));
            frame.say(report);
        }
        return report.isEmpty() && reports.size() > 0 ? report.result() : report.heard();
    }

    private static DecodeResult object(DecodedFields fields, Report report) {
        String id = fields.text("deviceid");
        if (!id.isEmpty() && id.length() <= 32) {
            report.device(id);
        }
        long a = fields.count(MOST_16, "countera");
        long b = fields.count(MOST_16, "counterb");
        long totalA = fields.count(MOST_16, "totalcountera");
        long totalB = fields.count(MOST_16, "totalcounterb");
        long number = fields.count(255, "payloadcounter");
        if (number >= 0 && totalA >= 0 && !id.isEmpty()) {
            report.key(id + "|" + number + "|" + totalA + "|" + totalB);
        }
        if (a >= 0 && b >= 0) {
            report.interval("", a, b);
        }
        if (totalA >= 0 && totalB >= 0) {
            report.total("", totalA, totalB, Report.BITS_16);
        }
        Rejected problem = fields.problem();
        if (problem != null) {
            report.skip(problem);
            return report.result();
        }
        return report.heard();
    }

    static int score(Uplink uplink) {
        if (uplink.frame() != null && PeopleFrame.of(uplink.frame(), uplink.port()) != null) {
            return uplink.frame().startsWith(2) ? SURE : LIKELY;
        }
        return uplink.object() == null ? 0 : scoreOf(uplink.object());
    }

    private static int scoreOf(JsonNode object) {
        JsonNode first = object.path("reports").path(0).path("value");
        Frame frame = first.isTextual() ? Frame.hex(first.asText()) : null;
        if (frame != null) {
            return PeopleFrame.of(frame, -1) == null ? 0 : LIKELY;
        }
        DecodedFields fields = DecodedFields.of(object);
        boolean interval = fields.has("countera") && fields.has("counterb");
        boolean total = fields.has("totalcountera") && fields.has("totalcounterb");
        boolean others = fields.has("abscounta");
        return others
                ? 0
                : total ? LIKELY : interval && fields.has("sensorstatus", "payloadcounter", "deviceid") ? 70 : 0;
    }

    /** A hexadecimal device id, null if it is all zero. */
    static @Nullable String id(Frame frame, int at, int length) {
        String id = frame.hex(at, length);
        return id.chars().allMatch(c -> c == '0') ? null : id;
    }
}
