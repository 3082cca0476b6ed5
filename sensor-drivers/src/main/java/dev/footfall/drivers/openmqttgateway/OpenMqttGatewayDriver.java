package dev.footfall.drivers.openmqttgateway;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.ieee802.IgnoredAddresses;
import java.util.List;
import java.util.Map;

/** OpenMQTTGateway and Theengs Gateway, see the driver's README. */
public final class OpenMqttGatewayDriver implements SensorDriver {
    static final String IGNORE = "ignore";

    @Override
    public String name() {
        return "openmqttgateway";
    }

    @Override
    public String title() {
        return "OpenMQTTGateway and Theengs Gateway: Bluetooth LE advertisements, MQTT";
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
        return BleDecoder.decode(message, IgnoredAddresses.of(context.option(IGNORE, "")));
    }

    @Override
    public int recognise(Message message) {
        return BleRecogniser.score(message);
    }
}
