package dev.footfall.drivers.dahua;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lines.LineOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Dahua video statistics, see the driver's README. */
public final class DahuaDriver implements SensorDriver {
    private static final int SURE = 90;
    private static final int LOOKED_AT = 4096;

    @Override
    public String name() {
        return "dahua";
    }

    @Override
    public String title() {
        return "Dahua people counting: answers of the video statistics service (doFind), JSON";
    }

    @Override
    public List<DriverOption> options() {
        return LineOptions.OPTIONS;
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return DahuaDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        byte[] payload = message.payload();
        String start = new String(payload, 0, Math.min(payload.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        boolean counts = start.contains("\"EnteredSubtotal\"") || start.contains("\"ExitedSubtotal\"");
        return counts && TopLevel.of(payload).has("params") ? SURE : 0;
    }
}
