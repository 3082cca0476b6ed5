package dev.footfall.drivers.nativejson;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import java.util.List;

/** The gateway's own documented JSON, for anything that has no driver of its own. */
public final class NativeDriver implements SensorDriver {
    @Override
    public String name() {
        return "native";
    }

    @Override
    public String title() {
        return "Footfall's own JSON messages, for devices and scripts without a driver of their own";
    }

    @Override
    public List<DriverOption> options() {
        return List.of();
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return NativeDecoder.decode(message.payload());
    }

    @Override
    public int recognise(Message message) {
        return NativeRecogniser.score(message);
    }
}
