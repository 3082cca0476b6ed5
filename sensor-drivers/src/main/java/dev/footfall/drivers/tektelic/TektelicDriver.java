package dev.footfall.drivers.tektelic;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lorawan.LorawanModelDriver;
import dev.footfall.drivers.lorawan.Uplink;
import java.util.List;

/** Tektelic Smart Room sensors with motion detection, see the driver's README. */
public final class TektelicDriver extends LorawanModelDriver {
    public TektelicDriver() {
        super("tektelic", "smart room");
    }

    @Override
    public String name() {
        return "tektelic";
    }

    @Override
    public String title() {
        return "Tektelic Smart Room sensors with motion detection, LoRaWAN";
    }

    @Override
    public List<DriverOption> options() {
        return List.of();
    }

    @Override
    protected DecodeResult decode(Uplink uplink, DecodeContext context) {
        return TektelicDecoder.decode(uplink, context);
    }

    @Override
    protected int score(Uplink uplink, boolean named) {
        return TektelicDecoder.score(uplink);
    }

    @Override
    protected boolean mayBeDecoded(TopLevel top) {
        return top.has("motion") && (top.has("occupancy") || top.has("motionEventCount"));
    }
}
