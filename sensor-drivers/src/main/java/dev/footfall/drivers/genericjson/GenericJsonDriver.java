package dev.footfall.drivers.genericjson;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import java.util.List;
import java.util.Map;

/** Any JSON by a mapping, see the driver's README. */
public final class GenericJsonDriver implements SensorDriver {
    @Override
    public String name() {
        return "generic-json";
    }

    @Override
    public String title() {
        return "Any other device that sends JSON, mapped by configuration, MQTT or HTTP";
    }

    @Override
    public List<DriverOption> options() {
        return Key.OPTIONS;
    }

    @Override
    public Map<String, String> wrongOptions(Map<String, String> options) {
        return MappingRules.broken(options);
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return GenericJsonDecoder.decode(message, context);
    }

    /** A mapping is the owner's word; nothing in a payload can tell that there is one. */
    @Override
    public int recognise(Message message) {
        return 0;
    }
}
