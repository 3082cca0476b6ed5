package dev.footfall.drivers.frigate;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.plates.GateOptions;
import java.util.List;

/** Frigate's MQTT messages, see the driver's README. */
public final class FrigateDriver implements SensorDriver {
    static final String PARKING_ZONE = "parking-zone";

    @Override
    public String name() {
        return "frigate";
    }

    @Override
    public String title() {
        return "Frigate NVR: people in camera zones, vehicles by their plates, MQTT";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                GateOptions.DIRECTION,
                new DriverOption(
                        PARKING_ZONE,
                        null,
                        List.of(),
                        "The camera zone that is the car park; its count of cars is the number of vehicles present."));
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return FrigateDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        return FrigateKind.score(message);
    }
}
