package dev.footfall.drivers.hikvisionanpr;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.plates.GateOptions;
import dev.footfall.drivers.plates.Plate;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.drivers.xml.XmlElement;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Direction;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One event notification: a plate, a sign of life, or an alarm that is not for us. */
final class PlateAlert {
    private static final String ANPR = "ANPR";

    private final XmlElement root;
    private final DecodeContext context;

    PlateAlert(XmlElement root, DecodeContext context) {
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
        XmlElement anpr = root.child(ANPR);
        if (type == null && anpr == null) {
            list.skip(Code.MISSING_FIELD, "eventType is missing; the notification does not say what it is about");
        } else if (ANPR.equalsIgnoreCase(type) || (type == null && anpr != null)) {
            plate(anpr, list);
        } else if ("videoloss".equalsIgnoreCase(type) && "inactive".equalsIgnoreCase(root.text("eventState"))) {
            list.add(Reading.of(Fact.Heartbeat.BARE));
        }
    }

    private void plate(@Nullable XmlElement anpr, ReadingList list) {
        if (anpr == null) {
            list.skip(Code.MISSING_FIELD, ANPR + " is missing; the notification has no vehicle in it");
            return;
        }
        String written = root.text("dateTime");
        Instant at = written == null ? null : time(written);
        if (written != null && at == null) {
            list.skip(
                    Code.WRONG_VALUE,
                    Reason.of("dateTime", written, "must be a date and time; set the camera's clock"));
            return;
        }
        String read = anpr.text("licensePlate");
        Identity plate = Plate.of(read == null ? anpr.text("originalLicensePlate") : read);
        list.add(new Reading(new Fact.Vehicle(direction(anpr), plate, null), at, line(anpr), key(anpr, at)));
    }

    private @Nullable Instant time(String written) {
        return context.option(HikvisionAnprDriver.TRUST_LOCAL_TIME, "false").equals("true")
                ? DeviceTime.wallClock(written, context.zone(), context.receivedAt())
                : DeviceTime.inZone(written, context.zone(), context.receivedAt());
    }

    /** The camera only knows whether a vehicle comes towards it. */
    private Direction direction(XmlElement anpr) {
        String way = anpr.text("direction");
        boolean forwardIsOut = context.option(HikvisionAnprDriver.FORWARD, "in").equals("out");
        return switch (way == null ? "" : way.toLowerCase(Locale.ROOT)) {
            case "forward", "approach", "approaching" -> forwardIsOut ? Direction.OUT : Direction.IN;
            case "reverse", "backward", "away", "leaving" -> forwardIsOut ? Direction.IN : Direction.OUT;
            default -> GateOptions.direction(context);
        };
    }

    private String line(XmlElement anpr) {
        String channel = root.text("channelID");
        String lane = anpr.text("line");
        return (channel == null ? "1" : channel) + (lane == null ? "" : "/" + lane);
    }

    /** Sent again, a notification has the same UUID and time. The plate is no part of it: keys are kept. */
    private @Nullable String key(XmlElement anpr, @Nullable Instant at) {
        String uuid = root.text("UUID");
        if (uuid == null && at == null) {
            return null;
        }
        return device() + "|" + line(anpr) + "|" + at + "|" + uuid + "|" + anpr.text("direction");
    }
}
