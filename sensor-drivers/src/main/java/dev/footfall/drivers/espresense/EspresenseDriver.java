package dev.footfall.drivers.espresense;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.ieee802.IgnoredAddresses;
import dev.footfall.drivers.json.TopLevel;
import java.util.List;
import java.util.Map;

/** ESPresense, see the driver's README. */
public final class EspresenseDriver implements SensorDriver {
    static final String IGNORE = "ignore";
    private static final int SURE = 92;
    private static final List<String> OWN = List.of("rssi@1m", "idType", "rssiVar", "rxAdj");

    @Override
    public String name() {
        return "espresense";
    }

    @Override
    public String title() {
        return "ESPresense: Bluetooth LE devices by room, MQTT";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(new DriverOption(
                IGNORE,
                "",
                List.of(),
                "Addresses of fixed equipment, or their beginnings, separated by commas; they are not handed on."));
    }

    @Override
    public Map<String, String> wrongOptions(Map<String, String> options) {
        String problem = IgnoredAddresses.problem(options.getOrDefault(IGNORE, ""));
        return problem == null ? Map.of() : Map.of(IGNORE, problem);
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return RoomDecoder.decode(message, IgnoredAddresses.of(context.option(IGNORE, "")));
    }

    @Override
    public int recognise(Message message) {
        if (message.address().contains("espresense/rooms/")) {
            return SURE;
        }
        TopLevel top = TopLevel.of(message.payload());
        boolean device = top.has("id") || top.has("mac");
        boolean byTopic = message.address().contains("espresense/devices/");
        return device && (byTopic || (top.has("rssi") && OWN.stream().anyMatch(top::has))) ? SURE : 0;
    }
}
