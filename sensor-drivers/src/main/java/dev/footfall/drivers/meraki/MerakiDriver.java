package dev.footfall.drivers.meraki;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.ieee802.IgnoredAddresses;
import dev.footfall.drivers.json.TopLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Meraki Scanning API, see the driver's README. */
public final class MerakiDriver implements SensorDriver {
    private static final int SURE = 95;

    @Override
    public String name() {
        return "meraki";
    }

    @Override
    public String title() {
        return "Cisco Meraki Scanning API v2 and v3 (WiFi and Bluetooth), HTTP";
    }

    @Override
    public List<DriverOption> options() {
        return MerakiOptions.ALL;
    }

    @Override
    public Map<String, String> wrongOptions(Map<String, String> options) {
        Map<String, String> wrong = new HashMap<>();
        DriverOption.wrongSecret(options).ifPresent(rule -> wrong.put(DriverOption.SECRET, rule));
        String ignore = IgnoredAddresses.problem(options.getOrDefault(MerakiOptions.IGNORE, ""));
        if (ignore != null) {
            wrong.put(MerakiOptions.IGNORE, ignore);
        }
        if (!MerakiOptions.isFloor(options.getOrDefault(MerakiOptions.NOISE_FLOOR, MerakiOptions.USUAL_FLOOR))) {
            wrong.put(MerakiOptions.NOISE_FLOOR, "must be a whole number from -120 to -60 dBm");
        }
        return wrong;
    }

    @Override
    public Optional<String> greeting(Map<String, String> options) {
        return Optional.ofNullable(options.get(MerakiOptions.VALIDATOR)).filter(text -> !text.isBlank());
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return MerakiDecoder.decode(message.payload(), MerakiOptions.of(context));
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        String type = top.text("type");
        boolean ours = type != null && MerakiDecoder.KINDS.containsKey(type) && top.has("data");
        return ours && (top.has("version") || top.has("secret")) ? SURE : 0;
    }
}
