package dev.footfall.drivers.dlstreamer;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Intel DL Streamer, see the driver's README. */
public final class DlStreamerDriver implements SensorDriver {
    static final String IN = "in";
    static final String LABEL = "label";
    static final String FRAME_ZONE = "frame-zone";

    private static final int SURE = 90;
    private static final int LOOKED_AT = 8192;

    @Override
    public String name() {
        return "dlstreamer";
    }

    @Override
    public String title() {
        return "Intel DL Streamer: people in the picture, across lines and in zones, JSON over MQTT";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption(
                        IN,
                        "clockwise",
                        List.of("clockwise", "counterclockwise"),
                        "Which direction across a line is in."),
                new DriverOption(LABEL, "person", List.of(), "The label of the objects that count."),
                new DriverOption(FRAME_ZONE, "frame", List.of(), "The zone's name for the whole picture."));
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return DlStreamerDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        if (top.has("event-type") && (top.has("line-name") || top.has("zone-name") || top.has("related-objects"))) {
            return SURE;
        }
        if (top.has("metadata") && isFrame(message.payload())) {
            return SURE;
        }
        boolean frame = top.has("resolution") && top.has("timestamp") && !top.has("trackerDataForLastFrame");
        return frame && (top.has("objects") || top.has("source") || top.has("events")) ? SURE : 0;
    }

    private static boolean isFrame(byte[] payload) {
        String start = new String(payload, 0, Math.min(payload.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return start.contains("\"resolution\"") && (start.contains("\"roi_type\"") || start.contains("\"detection\""));
    }
}
