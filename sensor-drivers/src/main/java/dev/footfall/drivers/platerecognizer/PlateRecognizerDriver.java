package dev.footfall.drivers.platerecognizer;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.plates.GateOptions;
import java.util.List;
import java.util.Map;

/** Plate Recognizer Stream, see the driver's README. */
public final class PlateRecognizerDriver implements SensorDriver {
    private static final int SURE = 95;
    private static final int LIKELY = 70;

    @Override
    public String name() {
        return "platerecognizer";
    }

    @Override
    public String title() {
        return "Plate Recognizer Stream: vehicles by their plates, CSV rows or webhook";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(GateOptions.DIRECTION, GateOptions.HEADING);
    }

    @Override
    public Map<String, String> wrongOptions(Map<String, String> options) {
        return GateOptions.wrong(options);
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return PlateRecognizerDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        if (Rows.begins(message.payload())) {
            return SURE;
        }
        TopLevel top = TopLevel.of(message.payload());
        return top.has("hook") && top.has("data") ? LIKELY : 0;
    }
}
