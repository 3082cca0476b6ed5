package dev.footfall.drivers.hikvision;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The camera's JSON metadata: people who entered and left a region since the camera's zero, or people in view now. */
final class Metadata {
    private final JsonFields data;
    private final JsonFields situation;
    private final DecodeContext context;
    private final @Nullable String device;
    private final String channel;

    private Metadata(JsonFields data, DecodeContext context) {
        this.data = data;
        this.situation = data.object("Situation");
        this.context = context;
        JsonFields info = data.object("DevInfo");
        String mac = info.textOrNull("macAddress");
        String number = info.textOrNull("channel");
        this.device = mac == null ? null : MacAddress.normalise(mac);
        this.channel = number == null ? "1" : number;
    }

    static DecodeResult decode(byte[] payload, DecodeContext context) {
        return switch (JsonTree.object(payload)) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> {
                JsonFields root = JsonFields.of(read.root(), "");
                yield root.isObject("Metadata")
                        ? new Metadata(root.object("Metadata"), context).reading()
                        : new Rejected(
                                Code.WRONG_FORMAT,
                                "the JSON has no Metadata; set the camera's alarm server to send event XML");
            }
        };
    }

    private DecodeResult reading() {
        String kind = data.text("subType");
        Instant at = time();
        @Nullable
        Fact fact = switch (kind) {
            case "PeopleCounting" -> Fact.Counter.of(count("enterRegionPeopleNum"), count("leaveRegionPeopleNum"));
            case "framesPeopleCounting" ->
                new Fact.ZoneLevel("channel-" + channel, (int) Math.min(count("personCount"), Integer.MAX_VALUE));
            default -> null;
        };
        Rejected problem = data.problem();
        if (problem != null) {
            return problem;
        }
        if (fact == null) {
            return Readings.of(device, List.of());
        }
        String line = "metadata-" + channel;
        String key = at == null ? null : device + "|" + line + "|" + at + "|" + fact;
        return Readings.of(device, List.of(new Reading(fact, at, line, key)));
    }

    private long count(String key) {
        return situation.count(key, Long.MAX_VALUE);
    }

    private @Nullable Instant time() {
        String text = data.textOrNull("time");
        boolean local =
                context.option(HikvisionDriver.TRUST_LOCAL_TIME, "false").equals("true");
        Instant at = text == null
                ? null
                : local
                        ? DeviceTime.wallClock(text, context.zone(), context.receivedAt())
                        : DeviceTime.inZone(text, context.zone(), context.receivedAt());
        if (at == null && data.has("time")) {
            data.wrong(Reason.of(data.name("time"), JsonFields.shown(data.value("time")), "must be a date and time"));
        }
        return at;
    }
}
