package dev.footfall.drivers.frigate;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import java.util.List;

/** Frigate's MQTT messages, see the driver's README. */
public final class FrigateDriver implements SensorDriver {
    @Override
    public String name() {
        return "frigate";
    }

    @Override
    public String title() {
        return "Frigate NVR: people in camera zones (tracked objects and zone counts), MQTT";
    }

    @Override
    public List<DriverOption> options() {
        return List.of();
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return FrigateDecoder.decode(message);
    }

    @Override
    public int recognise(Message message) {
        return FrigateKind.score(message);
    }
}
