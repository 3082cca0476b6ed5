package dev.footfall.drivers.mist;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.ieee802.IgnoredAddresses;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.json.Numbers;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One sighting for each event that names a device; other topics are heard. */
final class MistDecoder {
    private static final Pattern SIGHTINGS = Pattern.compile(
            "(asset|discovered|wifi-(un)?conn|client)-?raw(-rssi)?|rssi-zone|location(-(asset|client|sdk|unclient|centrak))?");
    private static final Pattern OTHERS = Pattern.compile(
            "ping|zone|vbeacon|alarms|audits|occupancy-alerts|(client|device|mxedge|nac|guest)-[a-z-]+|site[_-]sle|sdkclient-scan-data");

    private MistDecoder() {}

    static boolean isKnown(String topic) {
        return topic.length() < 64
                && (SIGHTINGS.matcher(topic).matches() || OTHERS.matcher(topic).matches());
    }

    static DecodeResult decode(byte[] payload, IgnoredAddresses ignored) {
        return switch (JsonTree.object(payload)) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> webhook(read.root(), ignored);
        };
    }

    private static DecodeResult webhook(JsonNode root, IgnoredAddresses ignored) {
        String topic = root.path("topic").asText("");
        if (topic.isEmpty() || !root.path("events").isArray()) {
            return new Rejected(
                    Code.WRONG_FORMAT, "the payload has no topic and events; post the webhooks of Juniper Mist");
        }
        String site = site(root.path("events"));
        if (!SIGHTINGS.matcher(topic).matches()) {
            return Readings.of(site, List.of());
        }
        ReadingList list = new ReadingList();
        boolean heard = false;
        for (JsonFields event : JsonFields.of(root, "").objects("events")) {
            Rejected problem = event.problem();
            if (problem != null) {
                list.skip(problem);
            } else {
                heard |= event(event, list, ignored);
            }
        }
        return heard && list.isEmpty() ? Readings.of(site, List.of()) : list.result(site);
    }

    /** The site that all events are of, null if they name none or several. */
    private static @Nullable String site(JsonNode events) {
        String site = events.path(0).path("site_id").asText("");
        for (JsonNode event : events) {
            if (!event.path("site_id").asText("").equals(site)) {
                return null;
            }
        }
        return site.isBlank() || site.length() > 64 ? null : site;
    }

    /** Takes one event; true if it is about fixed equipment. */
    private static boolean event(JsonFields event, ReadingList list, IgnoredAddresses ignored) {
        String mac = MacAddress.normalise(event.value("mac").asText(""));
        if (mac == null) {
            list.skip(Code.WRONG_VALUE, event.name("mac") + " must be 12 hex digits");
            return false;
        }
        if (ignored.contains(mac)) {
            return true;
        }
        JsonNode time = event.value("timestamp");
        Instant at = Numbers.real(time) == 0 ? null : Numbers.time(time);
        if (at == null && event.has("timestamp")) {
            list.skip(Code.WRONG_VALUE, Reason.of(event.name("timestamp"), JsonFields.shown(time), "must be a time"));
            return false;
        }
        Integer rssi = Numbers.whole(event.value("rssi"), -127, 20);
        if (rssi == null && event.has("rssi")) {
            list.skip(
                    Code.WRONG_VALUE,
                    Reason.of(
                            event.name("rssi"),
                            JsonFields.shown(event.value("rssi")),
                            "must be a whole number of dBm"));
            return false;
        }
        int dbm = rssi == null ? Fact.Sighting.NO_RSSI : rssi;
        list.add(Reading.of(new Fact.Sighting(new Identity.Raw(mac), dbm, 0, -1, 0), at));
        return false;
    }
}
