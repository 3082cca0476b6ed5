package dev.footfall.drivers.xovis;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lines.LineOptions;
import dev.footfall.drivers.lines.PlanPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Xovis data push, see the driver's README. */
public final class XovisDriver implements SensorDriver {
    private static final int SURE = 95;

    @Override
    public String name() {
        return "xovis";
    }

    @Override
    public String title() {
        return "Xovis 3D sensors, data push V5 (live, logics, status) and V4, JSON over MQTT or HTTP";
    }

    @Override
    public List<DriverOption> options() {
        List<DriverOption> options = new ArrayList<>(LineOptions.OPTIONS);
        options.addAll(PlanPlace.OPTIONS);
        return List.copyOf(options);
    }

    @Override
    public Map<String, String> wrongOptions(Map<String, String> options) {
        return PlanPlace.wrong(options);
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return XovisDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        boolean five = XovisDecoder.VERSION_5.stream().anyMatch(top::has);
        boolean four = top.has("content") && (top.has("sensor-info") || top.has("sensor-time"));
        return five || four ? SURE : 0;
    }
}
