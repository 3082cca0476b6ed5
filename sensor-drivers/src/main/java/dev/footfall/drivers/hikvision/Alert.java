package dev.footfall.drivers.hikvision;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.xml.XmlElement;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event notification: people counting, a sign of life, or an alarm that is not for us. */
final class Alert {
    private static final String COUNTING = "peopleCounting";

    private final XmlElement root;
    private final DecodeContext context;

    Alert(XmlElement root, DecodeContext context) {
        this.root = root;
        this.context = context;
    }

    /** The camera's hardware address; its IP address is hidden by routers and changes. */
    @Nullable
    String device() {
        String mac = root.text("macAddress");
        return mac == null ? null : MacAddress.normalise(mac);
    }

    void decode(ReadingList list) {
        String type = root.text("eventType");
        if (type == null) {
            list.skip(Code.MISSING_FIELD, "eventType is missing; the notification does not say what it is about");
        } else if (type.equalsIgnoreCase(COUNTING)) {
            counting(list);
        } else if (type.equalsIgnoreCase("videoloss") && "inactive".equalsIgnoreCase(root.text("eventState"))) {
            list.add(Reading.of(Fact.Heartbeat.BARE));
        }
    }

    private void counting(ReadingList list) {
        List<XmlElement> counts = root.children(COUNTING);
        if (counts.isEmpty()) {
            list.skip(Code.MISSING_FIELD, COUNTING + " is missing; the notification counts nothing");
        }
        for (XmlElement count : counts) {
            new Counting(this, count).decode(list);
        }
    }

    /** The camera's channel and, if it counts by regions, the region. */
    String line(XmlElement count) {
        String channel = root.text("channelID");
        String region = count.text("regionsID");
        return (channel == null ? "1" : channel) + (region == null ? "" : "/" + region);
    }

    @Nullable
    String dateTime() {
        return root.text("dateTime");
    }

    DecodeContext context() {
        return context;
    }
}
