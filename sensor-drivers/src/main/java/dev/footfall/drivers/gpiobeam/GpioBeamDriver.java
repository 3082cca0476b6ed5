package dev.footfall.drivers.gpiobeam;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import java.util.List;

/** Infrared beams on GPIO lines, see the driver's README. */
public final class GpioBeamDriver implements SensorDriver {
    private static final int SURE = 90;
    private static final int LONGEST = 40;

    @Override
    public String name() {
        return "gpio-beam";
    }

    @Override
    public String title() {
        return "Infrared beams on GPIO lines, one or two, read from the Linux character device";
    }

    @Override
    public List<DriverOption> options() {
        return GpioBeamOptions.ALL;
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return EdgeDecoder.decode(message.payload(), GpioBeamOptions.of(context));
    }

    @Override
    public int recognise(Message message) {
        byte[] payload = message.payload();
        if (payload.length > 0 && payload.length <= LONGEST && payload[0] >= '0' && payload[0] <= '9') {
            return EdgeText.parse(new String(payload, java.nio.charset.StandardCharsets.US_ASCII)) == null ? 0 : SURE;
        }
        TopLevel top = TopLevel.of(payload);
        return top.has("line") && top.has("edge") ? SURE : 0;
    }
}
