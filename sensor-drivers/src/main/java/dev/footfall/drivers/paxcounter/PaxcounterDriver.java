package dev.footfall.drivers.paxcounter;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import java.util.List;

/** ESP32-Paxcounter over MQTT, see the driver's README. */
public final class PaxcounterDriver implements SensorDriver {
    @Override
    public String name() {
        return "paxcounter";
    }

    @Override
    public String title() {
        return "ESP32-Paxcounter: WiFi and BLE devices near by, MQTT (frames in base64 or bytes, decoded JSON)";
    }

    @Override
    public List<DriverOption> options() {
        return PaxOptions.ALL;
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return PaxDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        return PaxRecogniser.score(message);
    }
}
