package dev.footfall.drivers.onvif;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lines.OneWayLines;
import java.util.ArrayList;
import java.util.List;

/** ONVIF Profile M events, see the driver's README. */
public final class OnvifDriver implements SensorDriver {
    static final String COUNT = "count";
    static final String COUNTER = "counter";

    private static final int SURE = 90;

    @Override
    public String name() {
        return "onvif";
    }

    @Override
    public String title() {
        return "ONVIF Profile M cameras (Bosch IVA and others), JSON events over MQTT";
    }

    @Override
    public List<DriverOption> options() {
        List<DriverOption> options = new ArrayList<>(OneWayLines.OPTIONS);
        options.add(new DriverOption(
                COUNT,
                "human",
                List.of("human", "all"),
                "Which crossing objects are people, where the camera tells their class: humans, or all."));
        options.add(new DriverOption(
                COUNTER,
                "total",
                List.of("total", "inside"),
                "What a Count is whose topic does not say: a total since the last reset, or the people inside now."));
        return List.copyOf(options);
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return OnvifDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        boolean event = top.has("Data") || top.has("Source");
        boolean named = EventTopic.of(message.address()).isOnvif();
        return event && (top.has("UtcTime") || named) ? SURE : 0;
    }
}
