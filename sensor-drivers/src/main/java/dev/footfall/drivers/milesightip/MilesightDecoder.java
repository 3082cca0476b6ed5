package dev.footfall.drivers.milesightip;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.json.JsonTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One push: any subset of sections, as the owner ticked them in the device. */
final class MilesightDecoder {
    private MilesightDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        return switch (JsonTree.object(message.payload())) {
            case JsonTree.Refused refused -> refused.refusal();
            case JsonTree.Read read -> push(JsonFields.of(read.root(), ""), context);
        };
    }

    private static DecodeResult push(JsonFields root, DecodeContext context) {
        boolean workplace = root.has("event") || root.has("current_total");
        boolean sections = Section.ALL.stream().anyMatch(section -> root.has(section.key())) || root.has("region_data");
        if (!root.isObject("device_info") && !workplace && !sections) {
            return new Rejected(
                    Code.WRONG_FORMAT,
                    "the object has neither device_info nor any line or region data; it is no Milesight people counting push");
        }
        String device = device(root.object("device_info"));
        TimeInfo time = TimeInfo.of(root, context);
        ReadingList list = new ReadingList();
        if (workplace && !sections) {
            return new RegionReport(root, device, time).decode(list);
        }
        new LineReport(root, device, time, InvertedLines.of(context)).decode(list);
        new RegionCounts(root, device, time).decode(list);
        return list.result(device);
    }

    /** Serial number, else hardware address: both are the device's, neither is a person's. */
    private static @Nullable String device(JsonFields info) {
        String serial = info.textOrNull("device_sn");
        if (serial != null) {
            return serial;
        }
        String mac = info.textOrNull("device_mac");
        return mac == null ? null : MacAddress.normalise(mac);
    }

    /** The result of a message that was understood and has nothing to count. */
    static Readings nothing(@Nullable String device, String why) {
        return new Readings(device, List.of(), List.of(why));
    }
}
