package dev.footfall.drivers.zigbee2mqtt;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Presence behind zigbee2mqtt, see the driver's README. */
public final class Zigbee2MqttDriver implements SensorDriver {
    static final String BASE = "base-topic";
    static final String DEFAULT_BASE = "zigbee2mqtt";
    static final String ZONE = "zone";

    private static final int SURE = 90;
    private static final int LIKELY = 60;
    private static final int LOOKED_AT = 4096;
    private static final Pattern PRESENCE = Pattern.compile("\"(occupancy|presence)\"\\s{0,9}:\\s{0,9}(true|false)");

    @Override
    public String name() {
        return "zigbee2mqtt";
    }

    @Override
    public String title() {
        return "Zigbee presence sensors through zigbee2mqtt, MQTT";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption(
                        ZONE, null, List.of(), "The zone's name, where it is not to be the device's friendly name."),
                new DriverOption(BASE, DEFAULT_BASE, List.of(), "The base topic of zigbee2mqtt."));
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return Zigbee2MqttDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        byte[] payload = message.payload();
        String start = new String(payload, 0, Math.min(payload.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        boolean ourTopic = message.address().startsWith(DEFAULT_BASE + "/");
        boolean presence =
                start.stripLeading().startsWith("{") && PRESENCE.matcher(start).find();
        boolean paired = start.contains("\"linkquality\"");
        return ourTopic || (presence && paired) ? SURE : presence ? LIKELY : 0;
    }
}
