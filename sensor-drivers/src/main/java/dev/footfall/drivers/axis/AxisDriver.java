package dev.footfall.drivers.axis;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lines.LineOptions;
import java.util.ArrayList;
import java.util.List;

/** Axis cameras and people counters, see the driver's README. */
public final class AxisDriver implements SensorDriver {
    static final String COUNT = "count";
    static final String BEAM_PORTS = "beam-ports";
    static final String BEAM_BROKEN = "beam-broken";

    private static final int SURE = 95;
    private static final int LIKELY = 70;

    @Override
    public String name() {
        return "axis";
    }

    @Override
    public String title() {
        return "Axis cameras: Object Analytics over MQTT, 3D People Counter push, beams on input ports";
    }

    @Override
    public List<DriverOption> options() {
        List<DriverOption> options = new ArrayList<>(LineOptions.OPTIONS);
        options.add(new DriverOption(
                COUNT,
                "human",
                List.of("human", "all"),
                "Which objects of a scenario are people: those classified as human, or all."));
        options.add(new DriverOption(
                BEAM_PORTS,
                null,
                List.of(),
                "Input ports with a light beam across the door, separated by commas; every break counts one inward."));
        options.add(new DriverOption(
                BEAM_BROKEN, "1", List.of("0", "1"), "The state of an input port while its beam is broken."));
        return List.copyOf(options);
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return AxisDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        String api = top.text("apiName");
        if (top.has("data") && (api != null || (top.has("sensor") && top.has("utcSent")))) {
            return api != null && api.startsWith("Axis") ? SURE : top.has("sensor") ? LIKELY : 0;
        }
        String topic = top.text("topic");
        if (topic == null || !top.has("message")) {
            return 0;
        }
        return topic.contains("axis:") || topic.contains("ObjectAnalytics") ? SURE : top.has("timestamp") ? LIKELY : 0;
    }
}
