package dev.footfall.drivers.brickstream;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.lines.LineOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Brickstream XML push, see the driver's README. */
public final class BrickstreamDriver implements SensorDriver {
    private static final int SURE = 95;
    private static final int LOOKED_AT = 4096;

    @Override
    public String name() {
        return "brickstream";
    }

    @Override
    public String title() {
        return "Brickstream 2300 and 2500 people counters, XML over HTTP";
    }

    @Override
    public List<DriverOption> options() {
        return LineOptions.OPTIONS;
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return BrickstreamDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        byte[] payload = message.payload();
        String start = new String(payload, 0, Math.min(payload.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        int root = start.indexOf("<" + BrickstreamDecoder.ROOT);
        boolean ours = root >= 0
                && (start.indexOf("SiteId", root) >= 0
                        || start.indexOf("DeviceId", root) >= 0
                        || start.indexOf("<ReportData", root) >= 0);
        return ours ? SURE : 0;
    }
}
