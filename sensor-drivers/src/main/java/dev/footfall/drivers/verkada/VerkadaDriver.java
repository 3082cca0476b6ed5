package dev.footfall.drivers.verkada;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.plates.GateOptions;
import java.util.List;

/** Verkada's webhook, see the driver's README. */
public final class VerkadaDriver implements SensorDriver {
    private static final int SURE = 95;

    @Override
    public String name() {
        return "verkada";
    }

    @Override
    public String title() {
        return "Verkada plate cameras, webhook (JSON over HTTP)";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(GateOptions.DIRECTION);
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return VerkadaDecoder.decode(message, context);
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        return top.text("webhook_type") != null && (top.has("data") || top.has("org_id")) ? SURE : 0;
    }
}
