package dev.footfall.drivers.terabee;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import java.util.List;

/** Terabee people counters, see the driver's README. */
public final class TerabeeDriver implements SensorDriver {
    private static final int SURE = 85;

    @Override
    public String name() {
        return "terabee";
    }

    @Override
    public String title() {
        return "Terabee People Counting M and L-XL, JSON over HTTP or MQTT";
    }

    @Override
    public List<DriverOption> options() {
        // Swapping in and out is what every sensor can do with invert.
        return List.of();
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return TerabeeDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        boolean medium = top.has("uid") && top.has("value") && top.text("type") != null;
        boolean large = top.has("count_in") || top.has("count_out");
        return medium || (large && (top.has("device_id") || top.has("timestamp"))) ? SURE : 0;
    }
}
