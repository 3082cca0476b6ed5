package dev.footfall.drivers.opendatacam;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import java.util.List;

/** OpenDataCam, see the driver's README. */
public final class OpenDataCamDriver implements SensorDriver {
    static final String CLASS = "class";
    static final String AUTO = "auto";
    static final String IN_AREAS = "in-areas";
    static final String OUT_AREAS = "out-areas";
    static final String IN_DIRECTION = "in-direction";
    static final String RIGHTWARD = "leftright_topbottom";

    private static final int SURE = 95;

    @Override
    public String name() {
        return "opendatacam";
    }

    @Override
    public String title() {
        return "OpenDataCam: people across counting lines of a camera, JSON over HTTP or MQTT";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption(
                        CLASS, "person", List.of(), "The class of object that counts; _total for all of them."),
                new DriverOption(IN_AREAS, null, List.of(), "Areas that count people in: ids separated by commas."),
                new DriverOption(OUT_AREAS, null, List.of(), "Areas that count people out: ids separated by commas."),
                new DriverOption(
                        IN_DIRECTION,
                        RIGHTWARD,
                        List.of(RIGHTWARD, "rightleft_bottomtop"),
                        "Which counting direction of a single crossing is in."));
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return OpenDataCamDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(EventStream.lastEvent(message.payload()));
        boolean summary = top.has("counterSummary") || top.has("counterHistory") || top.has("trackerDataForLastFrame");
        boolean item = top.has("area") && (top.has("countingDirection") || (top.has("frameId") && top.has("bearing")));
        return summary || item || (top.has("recordingId") && top.has("objects")) ? SURE : 0;
    }
}
