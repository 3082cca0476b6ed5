package dev.footfall.drivers.openalpr;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.plates.GateOptions;
import java.util.List;
import java.util.Map;

/** OpenALPR and Rekor, see the driver's README. */
public final class OpenAlprDriver implements SensorDriver {
    private static final int SURE = 95;

    @Override
    public String name() {
        return "openalpr";
    }

    @Override
    public String title() {
        return "OpenALPR and Rekor Scout: vehicles by their plates, JSON over HTTP or MQTT";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(GateOptions.DIRECTION, GateOptions.HEADING);
    }

    @Override
    public Map<String, String> wrongOptions(Map<String, String> options) {
        return GateOptions.wrong(options);
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return OpenAlprDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        String type = top.text("data_type");
        if (type == null) {
            return 0;
        }
        boolean ours = type.startsWith("alpr_")
                || (type.equals("heartbeat") && (top.has("video_streams") || top.has("daemon_uptime_seconds")))
                || (type.equals("vehicle") && top.has("epoch_start"));
        return ours ? SURE : 0;
    }
}
