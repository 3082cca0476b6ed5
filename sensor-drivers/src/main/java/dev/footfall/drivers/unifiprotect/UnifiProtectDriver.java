package dev.footfall.drivers.unifiprotect;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** UniFi Protect, see the driver's README. */
public final class UnifiProtectDriver implements SensorDriver {
    static final String IN = "in";

    private static final int SURE = 90;
    private static final int LIKELY = 65;
    private static final int LOOKED_AT = 8192;

    @Override
    public String name() {
        return "unifi-protect";
    }

    @Override
    public String title() {
        return "UniFi Protect cameras: people and vehicles across lines, JSON over MQTT or HTTP";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(new DriverOption(
                IN,
                "A2B",
                List.of("A2B", "B2A"),
                "Which way across a line is in, as Protect letters the line's sides."));
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return UnifiProtectDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        if (top.keys().isEmpty()) {
            return 0;
        }
        byte[] payload = message.payload();
        String start = new String(payload, 0, Math.min(payload.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (start.contains("\"smartDetect") || start.contains("\"linesStatus\"")) {
            return SURE;
        }
        return "event".equals(top.text("modelKey")) ? LIKELY : 0;
    }
}
