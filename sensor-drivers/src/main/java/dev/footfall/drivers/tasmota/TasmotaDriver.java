package dev.footfall.drivers.tasmota;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.Topic;
import dev.footfall.drivers.json.TopLevel;
import java.util.List;

/** Tasmota counters, see the driver's README. */
public final class TasmotaDriver implements SensorDriver {
    private static final int SURE = 90;
    private static final int LIKELY = 60;

    @Override
    public String name() {
        return "tasmota";
    }

    @Override
    public String title() {
        return "Tasmota counter inputs (wired beam or contact over WiFi), MQTT";
    }

    @Override
    public List<DriverOption> options() {
        return TasmotaOptions.ALL;
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return TasmotaDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        String last = Topic.lastLevel(message.address());
        if (last.equals("LWT")) {
            return SURE;
        }
        TopLevel top = TopLevel.of(message.payload());
        boolean counter = top.has("COUNTER") || top.has("Counter1") || top.has("Counter2");
        if (top.has("StatusSNS") || (counter && top.has("Time"))) {
            return SURE;
        }
        boolean telemetry = last.equals("SENSOR") || last.equals("STATE");
        return telemetry && (counter || top.has("Time")) ? LIKELY : 0;
    }
}
