package dev.footfall.drivers.hikvision;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Hikvision people counting, see the driver's README. */
public final class HikvisionDriver implements SensorDriver {
    static final String TRUST_LOCAL_TIME = "trust-local-time";

    private static final int SURE = 95;
    private static final int LIKELY = 55;
    private static final int LOOKED_AT = 16 * 1024;

    @Override
    public String name() {
        return "hikvision";
    }

    @Override
    public String title() {
        return "Hikvision people counting cameras, ISAPI event XML over HTTP";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption(
                        TRUST_LOCAL_TIME,
                        "false",
                        List.of("true", "false"),
                        "Take the camera's wall clock in the store's zone and ignore the offset it writes, for cameras whose offset is wrong."));
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return HikvisionDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        byte[] payload = message.payload();
        String start = new String(payload, 0, Math.min(payload.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (start.contains(HikvisionDecoder.ROOT)) {
            return start.contains("eopleCounting") ? SURE : LIKELY;
        }
        return start.contains("PeopleCounting") && TopLevel.of(payload).has("Metadata") ? LIKELY : 0;
    }
}
