package dev.footfall.drivers.irisys;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.Topic;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lines.OneWayLines;
import dev.footfall.drivers.lines.PlanPlace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Irisys Vector 4D, see the driver's README. */
public final class IrisysDriver implements SensorDriver {
    private static final int SURE = 95;
    private static final int LIKELY = 60;
    private static final int LOOKED_AT = 512;

    @Override
    public String name() {
        return "irisys";
    }

    @Override
    public String title() {
        return "Irisys Vector 4D people counters, JSON over MQTT or HTTP";
    }

    @Override
    public List<DriverOption> options() {
        List<DriverOption> options = new ArrayList<>(OneWayLines.OPTIONS);
        options.addAll(PlanPlace.OPTIONS);
        return List.copyOf(options);
    }

    @Override
    public Map<String, String> wrongOptions(Map<String, String> options) {
        return PlanPlace.wrong(options);
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return IrisysDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        boolean delta = top.has("register") && top.has("value");
        if (top.has("CountLogs") || (delta && top.has("t"))) {
            return SURE;
        }
        if (delta || isNothing(message)) {
            return LIKELY;
        }
        if (top.has("counts") && top.keys().size() <= 3 && listsNames(message.payload())) {
            return LIKELY;
        }
        boolean status = top.keys().size() == 1 && isStatus(top.text("status"));
        return status || Targets.recognise(message.payload()) ? LIKELY : 0;
    }

    private static boolean isStatus(@Nullable String status) {
        return "connected".equals(status) || "disconnected".equals(status);
    }

    /** An empty array says that nobody came, if its topic is the one for counts. */
    private static boolean isNothing(Message message) {
        byte[] payload = message.payload();
        return Topic.lastLevel(message.address()).equals("counts")
                && payload.length <= 8
                && new String(payload, StandardCharsets.ISO_8859_1).strip().equals("[]");
    }

    private static boolean listsNames(byte[] payload) {
        String start = new String(payload, 0, Math.min(payload.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return start.contains("\"name\"") && start.contains("\"count\"");
    }
}
