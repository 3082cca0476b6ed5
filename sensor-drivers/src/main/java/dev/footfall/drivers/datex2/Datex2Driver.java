package dev.footfall.drivers.datex2;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** DATEX II parking status, see the driver's README. */
public final class Datex2Driver implements SensorDriver {
    static final String RECORD = "record";
    static final String SPACES = "spaces";

    private static final int SURE = 90;
    private static final int LOOKED_AT = 16 * 1024;

    @Override
    public String name() {
        return "datex2";
    }

    @Override
    public String title() {
        return "DATEX II v2 parking status: vehicles in car parks, XML over HTTP or MQTT";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption(
                        RECORD, null, List.of(), "The id of the parking record that is meant; the others are left."),
                new DriverOption(
                        SPACES,
                        null,
                        List.of(),
                        "How many spaces the car park has, to tell the taken ones where only the vacant ones are published."));
    }

    @Override
    public Map<String, String> wrongOptions(Map<String, String> options) {
        String spaces = options.get(SPACES);
        return spaces == null || spaces.matches("[1-9]\\d{0,6}")
                ? Map.of()
                : Map.of(SPACES, "must be a whole number of spaces");
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return Datex2Decoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        byte[] payload = message.payload();
        String start = new String(payload, 0, Math.min(payload.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return start.contains("parkingRecordStatus") || (start.contains("d2LogicalModel") && start.contains("arking"))
                ? SURE
                : 0;
    }
}
