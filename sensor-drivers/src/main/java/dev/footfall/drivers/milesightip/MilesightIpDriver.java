package dev.footfall.drivers.milesightip;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import java.util.List;

/** Milesight's JSON push, see the driver's README. */
public final class MilesightIpDriver implements SensorDriver {
    static final String INVERT_LINES = "invert-lines";

    private static final int SURE = 90;
    private static final int LIKELY = 60;

    @Override
    public String name() {
        return "milesight-ip";
    }

    @Override
    public String title() {
        return "Milesight people counters VS125, VS133-P, VS135-P and VS121-P, JSON over MQTT or HTTP";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(new DriverOption(
                INVERT_LINES,
                null,
                List.of(),
                "Lines whose in and out are to be swapped: numbers or uuids separated by commas, or all."));
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return MilesightDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        boolean counts = Section.ALL.stream().anyMatch(section -> top.has(section.key()))
                || top.has("region_data")
                || top.has("region_trigger_data")
                || top.has("event");
        if (!top.has("device_info")) {
            return counts && top.has("time_info") ? LIKELY : 0;
        }
        return counts ? SURE : top.has("time_info") ? LIKELY : 0;
    }
}
