package dev.footfall.drivers.hikvisionanpr;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.plates.GateOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Hikvision plate cameras, see the driver's README. */
public final class HikvisionAnprDriver implements SensorDriver {
    static final String FORWARD = "forward";
    static final String TRUST_LOCAL_TIME = "trust-local-time";

    private static final int SURE = 97;
    private static final int LOOKED_AT = 16 * 1024;

    @Override
    public String name() {
        return "hikvision-anpr";
    }

    @Override
    public String title() {
        return "Hikvision plate cameras (ANPR), ISAPI event XML over HTTP";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption(
                        FORWARD,
                        "in",
                        List.of("in", "out"),
                        "What the camera's direction forward, which is towards the camera, means for the car park."),
                GateOptions.DIRECTION,
                new DriverOption(
                        TRUST_LOCAL_TIME,
                        "false",
                        List.of("true", "false"),
                        "Take the camera's wall clock in the store's zone and ignore the offset it writes, for cameras whose offset is wrong."));
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return HikvisionAnprDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        byte[] payload = message.payload();
        String start = new String(payload, 0, Math.min(payload.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return start.contains(HikvisionAnprDecoder.ROOT) && (start.contains("ANPR>") || start.contains(">ANPR<"))
                ? SURE
                : 0;
    }
}
